namespace Clawdbot.Infra.Storage;

/// <summary>Which Lustre file system: one of the nested records, nothing else.</summary>
public abstract record FsxFileSystem
{
    private FsxFileSystem()
    {
    }

    /// <summary>
    /// Size in GiB. Of a new one: 1200, or a multiple of 2400 up to 1000800; growing it later takes hours, shrinking is impossible. Of an
    /// existing one: 1 to 1048576.
    /// </summary>
    public required int CapacityGiB { get; init; }

    /// <summary>One that the stack makes, of deployment type PERSISTENT_2 on SSD.</summary>
    public sealed record New : FsxFileSystem
    {
        /// <summary>Throughput in MB/s for each TiB of size.</summary>
        /// <value>125, 250, 500 or 1000. Default: 500.</value>
        public int ThroughputPerTiB { get; init; } = FsxLustreStorageDefaults.ThroughputPerTiB;

        /// <summary>Metadata operations per second; null lets AWS choose by size.</summary>
        /// <value>1500, 3000, 6000 or a multiple of 12000 up to 192000. Default: null; weights are few large files.</value>
        public int? MetadataIops { get; init; }
    }

    /// <summary>One that exists; nothing of AWS is created or changed.</summary>
    /// <param name="Id">Its id, <c>fs-</c> and 8 to 17 hexadecimal digits.</param>
    /// <param name="DnsName">Its DNS name, <c>fs-….fsx.REGION.amazonaws.com</c>.</param>
    /// <param name="MountName">Its mount name: 8 letters and digits, or <c>fsx</c> on old ones.</param>
    public sealed record Existing(string Id, string DnsName, string MountName) : FsxFileSystem;
}
