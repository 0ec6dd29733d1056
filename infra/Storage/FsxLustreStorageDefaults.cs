using System.Collections.Immutable;

namespace Clawdbot.Infra.Storage;

/// <summary>Choices of <see cref="FsxLustreStorage"/>. Source of the limits: the FSx for Lustre user guide and the CreateFileSystem API.</summary>
public static class FsxLustreStorageDefaults
{
    /// <summary>CSI driver.</summary>
    public const string Driver = "fsx.csi.aws.com";

    /// <summary>The newest durable type: the others are slower or lose everything with one server.</summary>
    public const string DeploymentType = "PERSISTENT_2";

    /// <summary>Lustre release of the servers; 2.15 is what clients of Amazon Linux 2023 speak.</summary>
    public const string LustreVersion = "2.15";

    /// <summary>Servers compress what compresses (tokenizers, configurations) and skip what does not; it costs nothing.</summary>
    public const string Compression = "LZ4";

    /// <summary>
    /// MB/s for each TiB. The network serves this rate steadily to every reader together: at the smallest size 600 MB/s, and a model of
    /// 60 GB then takes under two minutes. Twice the tier, or twice the size, halves that.
    /// </summary>
    public const int ThroughputPerTiB = 500;

    /// <summary>Days of backups: none, because every file can be fetched again by its pinned revision.</summary>
    public const int BackupDays = 0;

    /// <summary>Sunday 03:00 UTC, in AWS's notation (1 is Monday). Servers are replaced one after the other; reads wait meanwhile.</summary>
    public const string MaintenanceWindow = "7:03:00";

    /// <summary>Locks of files work across nodes, which loaders that share a download need.</summary>
    public const string MountOption = "flock";

    /// <summary>Lustre's own port.</summary>
    public const int Port = 988;

    /// <summary>First of the ports between Lustre servers, and of theirs towards clients.</summary>
    public const int FirstPort = 1018;

    /// <summary>Last of them.</summary>
    public const int LastPort = 1023;

    /// <summary>Smallest size, in GiB.</summary>
    public const int SmallestGiB = 1200;

    /// <summary>Sizes above the smallest are multiples of this, in GiB.</summary>
    public const int StepGiB = 2400;

    /// <summary>Largest size that is a multiple of the step and below one pebibyte, in GiB.</summary>
    public const int LargestGiB = 1_000_800;

    /// <summary>From here on, metadata operations per second are multiples of it.</summary>
    public const int MetadataStep = 12000;

    /// <summary>Most metadata operations per second.</summary>
    public const int MetadataMaximum = 192000;

    /// <summary>Throughput tiers of the deployment type, in MB/s for each TiB.</summary>
    public static ImmutableArray<int> Tiers { get; } = [125, 250, 500, 1000];

    /// <summary>Metadata operations per second that can be bought below <see cref="MetadataStep"/>.</summary>
    public static ImmutableArray<int> SmallMetadata { get; } = [1500, 3000, 6000];
}
