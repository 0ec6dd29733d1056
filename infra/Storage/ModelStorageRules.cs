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
    public static IReadOnlyList<Diagnostic> Check(ModelVolume volume, string subject, string remedy) => volume switch
    {
        ModelVolume.CephFs ceph => CephFileSystemRules.Check(ceph, subject, remedy),
        ModelVolume.FsxLustre lustre => FsxLustreStorageRules.Check(lustre, subject, remedy),
        ModelVolume.S3Mountpoint bucket => S3ModelBucketRules.Check(bucket, subject, remedy),
        ModelVolume.ExistingClaim existing => CheckClaim(existing, new Findings(subject, remedy)),
        ModelVolume.HostPath host => CheckHostPath(host, new Findings(subject, remedy)),
        _ => throw new UnreachableException(),
    };

    private static IReadOnlyList<Diagnostic> CheckClaim(ModelVolume.ExistingClaim existing, Findings findings)
    {
        if (!KubernetesNames.IsDnsSubdomain(existing.Claim))
            findings.Add(DiagnosticIds.InvalidName, "claim", $"'{existing.Claim}'", "the name of a PersistentVolumeClaim: lower-case letters, digits, '-' and '.'");
        return findings.Diagnostics;
    }

    private static IReadOnlyList<Diagnostic> CheckHostPath(ModelVolume.HostPath host, Findings findings)
    {
        if (!IsPlainAbsolutePath(host.Path))
            findings.Add(DiagnosticIds.InvalidPath, "path", $"'{host.Path}'", "an absolute path below '/', without '.', '..' or empty parts");
        findings.InRange("capacityGiB", host.CapacityGiB, ModelStorageDefaults.CapacityGiB);
        for (var index = 0; index < host.Nodes.Length; index++)
        {
            if (!KubernetesNames.IsDnsSubdomain(host.Nodes[index]))
                findings.Add(DiagnosticIds.InvalidName, $"nodes[{index}]", $"'{host.Nodes[index]}'", "the host name of a node");
        }
        return findings.Diagnostics;
    }

    /// <summary>The root itself is refused too: it would show the host's files to the model servers.</summary>
    internal static bool IsPlainAbsolutePath(string path) =>
        path.Length > 1 && path[0] == '/' && path.TrimEnd('/')[1..].Split('/').All(part => part is not ("" or "." or ".."));
}
