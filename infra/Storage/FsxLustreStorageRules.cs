using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Storage;

/// <summary>Rules for <see cref="ModelVolume.FsxLustre"/>.</summary>
public static partial class FsxLustreStorageRules
{
    /// <summary>All mistakes in <paramref name="volume"/>.</summary>
    /// <param name="volume">The storage wanted.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelVolume.FsxLustre volume, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        switch (volume.FileSystem)
        {
            case FsxFileSystem.New made:
                CheckNew(made, findings);
                break;
            case FsxFileSystem.Existing existing:
                CheckExisting(existing, findings);
                break;
        }
        return findings.Diagnostics;
    }

    /// <summary>What a new file system needs of the network, and does not have.</summary>
    /// <param name="volume">The storage wanted.</param>
    /// <param name="hasNetwork">Whether VPC, subnet and the nodes' security group are given.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckNetwork(ModelVolume.FsxLustre volume, bool hasNetwork, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (volume.FileSystem is FsxFileSystem.New && !hasNetwork)
        {
            findings.Add(DiagnosticIds.MissingArgument, "network", "missing", "vpcId, subnetId and nodeSecurityGroupId of the cluster",
                "A new Lustre file system stands in the zone of the GPU nodes; on a cluster that the stack does not make, name an existing one.");
        }
        return findings.Diagnostics;
    }

    private static void CheckNew(FsxFileSystem.New made, Findings findings)
    {
        if (made.CapacityGiB != FsxLustreStorageDefaults.SmallestGiB
            && (made.CapacityGiB < FsxLustreStorageDefaults.StepGiB || made.CapacityGiB > FsxLustreStorageDefaults.LargestGiB || made.CapacityGiB % FsxLustreStorageDefaults.StepGiB != 0))
        {
            findings.Add(StorageDiagnosticIds.LustreCapacityStep, "capacityGiB", Text(made.CapacityGiB),
                $"{Text(FsxLustreStorageDefaults.SmallestGiB)}, or a multiple of {Text(FsxLustreStorageDefaults.StepGiB)} up to {Text(FsxLustreStorageDefaults.LargestGiB)}",
                $"The next size up is {Text(NextSize(made.CapacityGiB))}.");
        }
        if (!FsxLustreStorageDefaults.Tiers.Contains(made.ThroughputPerTiB))
            findings.Add(StorageDiagnosticIds.LustreTier, "throughputPerTiB", Text(made.ThroughputPerTiB), string.Join(", ", FsxLustreStorageDefaults.Tiers.Select(tier => Text(tier))));
        if (made.MetadataIops is { } operations && !FsxLustreStorageDefaults.SmallMetadata.Contains(operations)
            && (operations <= 0 || operations > FsxLustreStorageDefaults.MetadataMaximum || operations % FsxLustreStorageDefaults.MetadataStep != 0))
        {
            findings.Add(StorageDiagnosticIds.LustreTier, "metadataIops", Text(operations),
                $"{string.Join(", ", FsxLustreStorageDefaults.SmallMetadata.Select(number => Text(number)))} or a multiple of {Text(FsxLustreStorageDefaults.MetadataStep)} up to {Text(FsxLustreStorageDefaults.MetadataMaximum)}");
        }
    }

    private static void CheckExisting(FsxFileSystem.Existing existing, Findings findings)
    {
        if (!Id().IsMatch(existing.Id))
            findings.Add(StorageDiagnosticIds.InvalidLustreIdentifier, "fileSystemId", $"'{existing.Id}'", "fs- and 8 to 17 of 0-9 and a-f");
        if (!DnsName().IsMatch(existing.DnsName) || !existing.DnsName.StartsWith($"{existing.Id}.", StringComparison.Ordinal))
            findings.Add(StorageDiagnosticIds.InvalidLustreIdentifier, "dnsName", $"'{existing.DnsName}'", "the file system's own, fileSystemId.fsx.REGION.amazonaws.com");
        if (!MountName().IsMatch(existing.MountName))
            findings.Add(StorageDiagnosticIds.InvalidLustreIdentifier, "mountName", $"'{existing.MountName}'", "8 lower-case letters and digits, or fsx", "`aws fsx describe-file-systems` prints it.");
        findings.InRange("capacityGiB", existing.CapacityGiB, ModelStorageDefaults.CapacityGiB);
    }

    private static long NextSize(int wanted) => wanted <= FsxLustreStorageDefaults.SmallestGiB
        ? FsxLustreStorageDefaults.SmallestGiB
        : Math.Min(FsxLustreStorageDefaults.LargestGiB, ((long)wanted + FsxLustreStorageDefaults.StepGiB - 1) / FsxLustreStorageDefaults.StepGiB * FsxLustreStorageDefaults.StepGiB);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Afs-[0-9a-f]{8,17}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\Afs-[0-9a-f]{8,17}\.fsx\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\z")]
    private static partial Regex DnsName();

    [GeneratedRegex(@"\A(?:fsx|[a-z0-9]{8})\z")]
    private static partial Regex MountName();
}
