namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Choices of the rules about pod security.</summary>
internal static class PodSecurityDefaults
{
    /// <summary>
    /// Namespaces whose pods work on the nodes themselves: GPU device plugins and metrics of nodes, disks of Ceph, and what the cluster brings along.
    /// </summary>
    public static IReadOnlyList<string> PrivilegedNamespaces { get; } = ["kube-system", "node-agents", "rook-ceph"];
}
