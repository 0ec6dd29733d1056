using System.Collections.Immutable;
using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:modelStorage</c>, whose key <c>kind</c> decides which other keys it may have.</summary>
internal static class ModelStorageReader
{
    private const string Ceph = "cephFs";
    private const string Lustre = "fsxLustre";
    private const string Bucket = "s3Mountpoint";
    private const string Claim = "existingClaim";
    private const string Host = "hostPath";

    /// <summary>Keys that make a Lustre file system an existing one.</summary>
    private static ImmutableArray<string> Identifiers { get; } = ["fileSystemId", "dnsName", "mountName"];

    /// <summary>Keys that only a new one has.</summary>
    private static ImmutableArray<string> NewOnly { get; } = ["throughputPerTiB", "metadataIops"];

    internal static ImmutableArray<string> Kinds { get; } = [Ceph, Lustre, Bucket, Claim, Host];

    /// <summary>The keys of each kind, besides <c>kind</c> itself.</summary>
    internal static Dictionary<string, string[]> KeysByKind => new()
    {
        [Ceph] = ["capacityGiB", "replicas", "nodes", "failureDomain", "storageClass", "devices", "deviceGiB"],
        [Lustre] = ["capacityGiB", "throughputPerTiB", "metadataIops", "fileSystemId", "dnsName", "mountName"],
        [Bucket] = ["bucket", "region", "prefix", "create"],
        [Claim] = ["claim"],
        [Host] = ["path", "capacityGiB", "nodes"],
    };

    /// <summary>Null after an unknown kind, which has been reported.</summary>
    internal static ModelVolume? Read(SettingsObject entry) => entry.Choice("kind", [.. Kinds]) switch
    {
        Ceph => ReadCeph(entry),
        Lustre => new ModelVolume.FsxLustre(ReadLustre(entry)),
        Bucket => new ModelVolume.S3Mountpoint(entry.Text("bucket", "unknown"), entry.Text("region", "us-east-1"))
        {
            Prefix = entry.OptionalText("prefix") ?? S3ModelBucketDefaults.Prefix,
            Create = entry.OptionalFlag("create") ?? false,
        },
        Claim => new ModelVolume.ExistingClaim(entry.Text("claim", "unknown")),
        Host => new ModelVolume.HostPath(entry.Text("path", ModelStorageDefaults.MountPath), entry.Integer("capacityGiB", 1), entry.OptionalTexts("nodes")),
        _ => null,
    };

    /// <summary>The kind in the spelling of the settings.</summary>
    internal static string KindOf(ModelVolume volume) => volume switch
    {
        ModelVolume.CephFs => Ceph,
        ModelVolume.FsxLustre => Lustre,
        ModelVolume.S3Mountpoint => Bucket,
        ModelVolume.ExistingClaim => Claim,
        ModelVolume.HostPath => Host,
        _ => throw new UnreachableException(),
    };

    /// <summary>What cannot be read counts as small storage on the largest devices, so that the arithmetic has nothing to add.</summary>
    private static ModelVolume.CephFs ReadCeph(SettingsObject entry)
    {
        var deviceGiB = entry.Integer("deviceGiB", CephFileSystemDefaults.DeviceGiB.Maximum);
        return new ModelVolume.CephFs(entry.Integer("capacityGiB", 1), ReadDevices(entry, deviceGiB))
        {
            Replicas = entry.OptionalInteger("replicas") ?? CephFileSystemDefaults.Replicas,
            StorageNodes = entry.OptionalInteger("nodes") ?? CephFileSystemDefaults.StorageNodes,
            FailureDomain = entry.Has("failureDomain") && entry.Choice("failureDomain", "host", "zone") == "zone" ? CephFailureDomain.Zone : CephFailureDomain.Host,
        };
    }

    private static CephDevices ReadDevices(SettingsObject entry, int deviceGiB)
    {
        if (entry.Has("devices") && entry.Has("storageClass"))
            entry.Report(DiagnosticIds.ContradictorySettings, "devices", "given together with storageClass", "one of the two", "Disks of the nodes need devices, volumes of a cloud storageClass.");
        if (entry.Has("devices"))
            return new CephDevices.HostDevices(entry.OptionalTexts("devices") is { IsEmpty: false } names ? names : Unreadable(entry)) { DeviceGiB = deviceGiB };
        if (!entry.Has("storageClass"))
        {
            entry.Report(DiagnosticIds.MissingSetting, "storageClass", "missing", "the name of a StorageClass, or devices with a list of disks");
            return new CephDevices.VolumeClaims("unknown") { DeviceGiB = deviceGiB };
        }
        return new CephDevices.VolumeClaims(entry.Text("storageClass", "unknown")) { DeviceGiB = deviceGiB };
    }

    /// <summary>An empty list is for the rules to refuse; one of the wrong type has been reported, and a harmless disk stands for it.</summary>
    private static ImmutableArray<string> Unreadable(SettingsObject entry) => entry.IsEmptyList("devices") ? [] : ["nvme0n1"];

    private static FsxFileSystem ReadLustre(SettingsObject entry)
    {
        var capacity = entry.Integer("capacityGiB", FsxLustreStorageDefaults.SmallestGiB);
        if (!Identifiers.Any(entry.Has))
        {
            return new FsxFileSystem.New
            {
                CapacityGiB = capacity,
                ThroughputPerTiB = entry.OptionalInteger("throughputPerTiB") ?? FsxLustreStorageDefaults.ThroughputPerTiB,
                MetadataIops = entry.OptionalInteger("metadataIops"),
            };
        }
        foreach (var key in NewOnly.Where(entry.Has))
            entry.Report(DiagnosticIds.ContradictorySettings, key, "given together with fileSystemId", "only for a new file system", "The existing one is not changed from here.");
        var id = entry.Text("fileSystemId", "fs-00000000");
        return new FsxFileSystem.Existing(id, entry.Text("dnsName", $"{id}.fsx.us-east-1.amazonaws.com"), entry.Text("mountName", "fsx")) { CapacityGiB = capacity };
    }
}
