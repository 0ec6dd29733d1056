namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Where a server reads its weights from, as far as speed is concerned.</summary>
public enum WeightStorage
{
    /// <summary>A claim on a network file system of unknown make; planned as CephFS with its defaults.</summary>
    SharedFileSystem,

    /// <summary>NVMe of the machine.</summary>
    LocalNvme,

    /// <summary>Amazon FSx for Lustre.</summary>
    FsxLustre,

    /// <summary>An S3 bucket, mounted as a file system.</summary>
    S3,
}
