using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Platform;

/// <summary>What every container of ours has in common, so that one that is looser shows by not using it.</summary>
internal static class PodHardening
{
    /// <summary>Pod Security <c>restricted</c> and a read-only root: https://kubernetes.io/docs/concepts/security/pod-security-standards/</summary>
    internal static SecurityContextArgs Container() => new()
    {
        AllowPrivilegeEscalation = false,
        Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        Privileged = false,
        ReadOnlyRootFilesystem = true,
        RunAsNonRoot = true,
        SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
    };
}
