using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>Rules for <see cref="ModelVolume.S3Mountpoint"/>.</summary>
public static partial class S3ModelBucketRules
{
    /// <summary>All mistakes in <paramref name="volume"/>.</summary>
    /// <param name="volume">The storage wanted.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelVolume.S3Mountpoint volume, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (!BucketName().IsMatch(volume.Bucket) || volume.Bucket.StartsWith("xn--", StringComparison.Ordinal) || volume.Bucket.EndsWith("-s3alias", StringComparison.Ordinal))
        {
            findings.Add(StorageDiagnosticIds.InvalidBucketName, "bucket", $"'{volume.Bucket}'",
                "3 to 63 lower-case letters, digits and '-', starting and ending with a letter or digit", "Dots are allowed by S3, but break its certificate.");
        }
        if (!Region().IsMatch(volume.Region))
            findings.Add(StorageDiagnosticIds.InvalidRegion, "region", $"'{volume.Region}'", "the code of an AWS region such as eu-central-1");
        if (!Prefix().IsMatch(volume.Prefix) || volume.Prefix.Split('/')[..^1].Any(part => part is "." or ".."))
            findings.Add(StorageDiagnosticIds.InvalidPrefix, "prefix", $"'{volume.Prefix}'", "one or more folder names, each followed by '/': models/", "Mountpoint refuses others.");
        return findings.Diagnostics;
    }

    /// <summary>Who may read or write, as far as it is wrong.</summary>
    /// <param name="volume">The storage wanted.</param>
    /// <param name="hasCluster">Whether the EKS cluster's name is given, without which there are no Pod Identities.</param>
    /// <param name="readers">Service accounts of the servers.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckAccess(ModelVolume.S3Mountpoint volume, bool hasCluster, ImmutableArray<string> readers, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (volume.Create && !hasCluster)
        {
            findings.Add(DiagnosticIds.MissingArgument, "clusterName", "missing", "the name of the EKS cluster",
                "A new bucket is closed to everybody but the roles that the stack makes for that cluster; elsewhere, name an existing bucket.");
        }
        for (var index = 0; index < readers.Length; index++)
        {
            if (!KubernetesNames.IsDnsSubdomain(readers[index]))
                findings.Add(DiagnosticIds.InvalidName, $"readerServiceAccounts[{index}]", $"'{readers[index]}'", "the name of a ServiceAccount");
        }
        return findings.Diagnostics;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[a-z]{2,4}(?:-[a-z]+){1,3}-[0-9]{1,2}\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\A(?:[A-Za-z0-9!_.()-]+/)+\z")]
    private static partial Regex Prefix();
}
