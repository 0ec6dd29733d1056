namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>An object that rendered objects name and that something else makes.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Where; empty for objects of the whole cluster.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Who makes it.</param>
internal sealed record OutsideObject(string Kind, string Namespace, string Name, string Reason)
{
    /// <summary>All of them; what cert-manager makes follows from the Certificates, and StatefulSets make their own claims.</summary>
    public static IReadOnlyList<OutsideObject> All { get; } =
    [
        new("Secret", "monitoring", "alert-receivers", "a person, before the deployment: what Alertmanager presents to the receivers of clawdbot:alerting"),
        new("Secret", "rook-ceph", "rook-csi-cephfs-provisioner", "Rook, for CephCluster"),
        new("Secret", "rook-ceph", "rook-csi-cephfs-node", "Rook, for CephCluster"),
        new("ClusterIssuer", "", "company", "a person: the issuer of clawdbot:gateway.certificate"),
        new("Namespace", "", "kube-system", "every cluster has it"),
        new("PriorityClass", "", "system-cluster-critical", "every cluster has it"),
        new("PriorityClass", "", "system-node-critical", "every cluster has it"),
    ];
}
