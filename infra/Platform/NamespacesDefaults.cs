namespace Clawdbot.Infra.Platform;

/// <summary>Choices of <see cref="Namespaces"/>.</summary>
public static class NamespacesDefaults
{
    /// <summary>
    /// Version of the level. Pinned, so that upgrading the cluster does not change what is refused; the oldest minor in standard
    /// support on EKS in November 2026. A cluster older than this applies its own newest version.
    /// </summary>
    public const string PodSecurityVersion = "v1.34";

    /// <summary>Namespace of the cluster's DNS service.</summary>
    public const string DnsNamespace = "kube-system";

    /// <summary>Label that CoreDNS pods carry in kubeadm and EKS clusters.</summary>
    public const string DnsLabelKey = "k8s-app";

    /// <summary>Value of <see cref="DnsLabelKey"/>.</summary>
    public const string DnsLabelValue = "kube-dns";

    /// <summary>DNS port, UDP and (for long answers) TCP.</summary>
    public const int DnsPort = 53;

    /// <summary>
    /// Value of the Pod Security labels. No pod of ours needs more than <c>restricted</c>: GPUs come through the device plugin, weights
    /// through a claim.
    /// </summary>
    /// <param name="level">The level.</param>
    public static string PodSecurityLabel(PodSecurityLevel level) => level switch
    {
        PodSecurityLevel.Restricted => "restricted",
        PodSecurityLevel.Baseline => "baseline",
        PodSecurityLevel.Privileged => "privileged",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
    };
}
