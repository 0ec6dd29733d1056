using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Etcd;

/// <summary>Rules for <see cref="EtcdClusterSpec"/>.</summary>
public static partial class EtcdClusterRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">The cluster.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(EtcdClusterSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (!EtcdClusterDefaults.MemberCounts.Contains(spec.Members))
        {
            findings.Add(EtcdDiagnosticIds.MemberCount, "members", Text(spec.Members), "3 or 5",
                "One or two members stop with the first loss; an even number outlives no more losses than one member fewer.");
        }
        CheckImages(spec, findings, subject, remedy);
        CheckStorage(spec, findings);
        findings.InRange("compactionMinutes", spec.CompactionMinutes, EtcdClusterDefaults.CompactionSpans);
        findings.InRange("snapshotCount", spec.SnapshotCount, EtcdClusterDefaults.SnapshotCounts);
        CheckTimes(spec, findings);
        findings.InRange("passwordGeneration", spec.PasswordGeneration, EtcdClusterDefaults.PasswordGenerations);
        CheckBackup(spec, findings);
        return findings.Diagnostics;
    }

    private static void CheckImages(EtcdClusterSpec spec, Findings findings, string subject, string remedy)
    {
        findings.AddRange(ImageReferenceRules.Check(spec.Image, "image", subject, remedy));
        if (findings.Diagnostics.All(diagnostic => diagnostic.Id != DiagnosticIds.UnpinnedImage) && EtcdVersion.OfImage(spec.Image) is not { ChecksWatchRanges: true })
        {
            findings.Add(EtcdDiagnosticIds.UnsafeVersion, "image", $"'{spec.Image}'", "a tag with a release from 3.6.14, or from 3.7.1",
                "Older members show a watcher keys that it may not read (GHSA-xg4h-6gfc-h4m8), and a digest alone does not tell the release.");
        }
        findings.AddRange(ImageReferenceRules.Check(spec.ScriptImage, "scriptImage", subject, remedy));
        if (spec.Backup is EtcdBackup.S3)
            findings.AddRange(ImageReferenceRules.Check(spec.UploadImage, "uploadImage", subject, remedy));
    }

    private static void CheckStorage(EtcdClusterSpec spec, Findings findings)
    {
        CheckClass("storageClass", spec.StorageClass, findings);
        findings.InRange("storageGiB", spec.StorageGiB, EtcdClusterDefaults.StorageSizes);
        findings.InRange("quotaMiB", spec.QuotaMiB, EtcdClusterDefaults.Quotas);
        var neededMiB = (2L * spec.QuotaMiB) + EtcdClusterDefaults.LogMiB;
        if (EtcdClusterDefaults.StorageSizes.Contains(spec.StorageGiB) && EtcdClusterDefaults.Quotas.Contains(spec.QuotaMiB) && spec.StorageGiB * 1024L < neededMiB)
        {
            findings.Add(EtcdDiagnosticIds.VolumeTooSmall, "storageGiB", Text(spec.StorageGiB),
                $"at least {Text((neededMiB + 1023) / 1024)} with quotaMiB {Text(spec.QuotaMiB)}: twice the quota, because defragmenting writes a copy, and {Text(EtcdClusterDefaults.LogMiB)} MiB of log");
        }
    }

    private static void CheckClass(string member, string? storageClass, Findings findings)
    {
        if (storageClass is null)
            return;
        if (!KubernetesNames.IsDnsSubdomain(storageClass))
            findings.Add(DiagnosticIds.InvalidName, member, $"'{storageClass}'", "the name of a StorageClass: lower-case letters, digits, '-' and '.'");
        else if (member == "storageClass" && EtcdClusterDefaults.SharedFileSystems.FirstOrDefault(word => storageClass.Contains(word, StringComparison.Ordinal)) is { } word)
        {
            findings.Add(EtcdDiagnosticIds.SharedFileSystem, member, $"'{storageClass}'", $"a class of block storage or local disks, such as gp3 or rook-ceph-block; the name says {word}",
                "Each change waits for the disk, and members lose their lead on a file system behind a network.");
        }
    }

    private static void CheckTimes(EtcdClusterSpec spec, Findings findings)
    {
        findings.InRange("heartbeatMilliseconds", spec.HeartbeatMilliseconds, EtcdClusterDefaults.Heartbeats);
        findings.InRange("electionMilliseconds", spec.ElectionMilliseconds, EtcdClusterDefaults.Elections);
        var shortest = EtcdClusterDefaults.HeartbeatsPerElection * spec.HeartbeatMilliseconds;
        if (EtcdClusterDefaults.Heartbeats.Contains(spec.HeartbeatMilliseconds) && EtcdClusterDefaults.Elections.Contains(spec.ElectionMilliseconds) && spec.ElectionMilliseconds < shortest)
        {
            findings.Add(EtcdDiagnosticIds.ElectionTooShort, "electionMilliseconds", Text(spec.ElectionMilliseconds),
                $"at least {Text(shortest)}, {Text(EtcdClusterDefaults.HeartbeatsPerElection)} times heartbeatMilliseconds {Text(spec.HeartbeatMilliseconds)}", "etcd refuses to start with less.");
        }
    }

    private static void CheckBackup(EtcdClusterSpec spec, Findings findings)
    {
        switch (spec.Backup)
        {
            case EtcdBackup.Claim claim:
                CheckSchedule(claim.Schedule, findings);
                findings.InRange("backup.keep", claim.Keep, EtcdClusterDefaults.KeepCounts);
                findings.InRange("backup.storageGiB", claim.StorageGiB, EtcdClusterDefaults.StorageSizes);
                CheckClass("backup.storageClass", claim.StorageClass, findings);
                if (EtcdClusterDefaults.StorageSizes.Contains(claim.StorageGiB) && EtcdClusterDefaults.Quotas.Contains(spec.QuotaMiB) && claim.StorageGiB * 1024L < 2L * spec.QuotaMiB)
                {
                    findings.Add(EtcdDiagnosticIds.BackupTooSmall, "backup.storageGiB", Text(claim.StorageGiB),
                        $"at least {Text(((2L * spec.QuotaMiB) + 1023) / 1024)}: two snapshots of a full database of quotaMiB {Text(spec.QuotaMiB)}, the newest and the one being written");
                }
                break;
            case EtcdBackup.S3 bucket:
                CheckSchedule(bucket.Schedule, findings);
                if (!BucketName().IsMatch(bucket.Bucket))
                    findings.Add(EtcdDiagnosticIds.InvalidObjectStore, "backup.bucket", $"'{bucket.Bucket}'", "3 to 63 lower-case letters, digits, '-' and '.', the first and the last a letter or digit");
                if (!Prefix().IsMatch(bucket.Prefix))
                    findings.Add(EtcdDiagnosticIds.InvalidObjectStore, "backup.prefix", $"'{bucket.Prefix}'", "names of letters, digits, '-', '_' and '.', joined by '/', without one at either end");
                if (!Region().IsMatch(bucket.Region))
                    findings.Add(EtcdDiagnosticIds.InvalidObjectStore, "backup.region", $"'{bucket.Region}'", "an AWS region such as eu-central-1");
                break;
            case EtcdBackup.None:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void CheckSchedule(string schedule, Findings findings)
    {
        if (!EtcdSchedule.IsValid(schedule))
            findings.Add(EtcdDiagnosticIds.InvalidSchedule, "backup.schedule", $"'{schedule}'", "five fields in UTC: minute, hour, day, month, weekday (0 is Sunday), such as '17 */6 * * *'");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[a-z]{2}(-[a-z]+)+-[0-9]{1,2}\z")]
    private static partial Regex Region();
}
