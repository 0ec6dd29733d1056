using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>Rules for <see cref="ModelVolume"/>.</summary>
public static class ModelStorageRules
{
    /// <summary>All mistakes in <paramref name="volume"/>.</summary>
    /// <param name="volume">Where the model files are.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelVolume volume, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        switch (volume)
        {
            case ModelVolume.ExistingClaim existing:
                if (!KubernetesNames.IsDnsSubdomain(existing.Claim))
                    findings.Add(DiagnosticIds.InvalidName, "claim", $"'{existing.Claim}'", "the name of a PersistentVolumeClaim: lower-case letters, digits, '-' and '.'");
                break;
            case ModelVolume.HostPath host:
                CheckHostPath(host, findings);
                break;
            default:
                throw new UnreachableException();
        }
        return findings.Diagnostics;
    }

    private static void CheckHostPath(ModelVolume.HostPath host, Findings findings)
    {
        if (!IsPlainAbsolutePath(host.Path))
            findings.Add(DiagnosticIds.InvalidPath, "path", $"'{host.Path}'", "an absolute path below '/', without '.', '..' or empty parts");
        findings.InRange("capacityGiB", host.CapacityGiB, ModelStorageDefaults.CapacityGiB);
        for (var index = 0; index < host.Nodes.Length; index++)
        {
            if (!KubernetesNames.IsDnsSubdomain(host.Nodes[index]))
                findings.Add(DiagnosticIds.InvalidName, $"nodes[{index}]", $"'{host.Nodes[index]}'", "the host name of a node");
        }
    }

    /// <summary>The root itself is refused too: it would show the host's files to the model servers.</summary>
    internal static bool IsPlainAbsolutePath(string path) =>
        path.Length > 1 && path[0] == '/' && path.TrimEnd('/')[1..].Split('/').All(part => part is not ("" or "." or ".."));
}
