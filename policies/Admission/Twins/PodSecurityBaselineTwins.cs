namespace Clawdbot.Policies.Admission.Twins;

/// <summary>Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline</summary>
internal static class PodSecurityBaselineTwins
{
    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        PodTwins.OfContainers("pod-privileged", Cel.Or("c", "securityContext.privileged", "false")),

        PodTwins.Of("pod-host-namespaces", string.Join(" && ", new[] { "hostNetwork", "hostPID", "hostIPC" }.Select(flag => $"!{Cel.Or("variables.spec", flag, "false")}"))),

        PodTwins.OfContainers("pod-host-ports", $"{Cel.Or("c", "ports", "[]")}.exists(p, {Cel.Or("p", "hostPort", "0")} != 0)"),
    ];
}
