namespace Clawdbot.Infra.Etcd;

/// <summary>Where snapshots of the database go: one of the nested records, nothing else.</summary>
public abstract record EtcdBackup
{
    private EtcdBackup()
    {
    }

    /// <summary>The newest snapshots on a volume of their own.</summary>
    /// <param name="Schedule">When, as a cron expression in UTC.</param>
    /// <param name="Keep">Snapshots that are kept, 1 to 1000.</param>
    /// <param name="StorageGiB">Size of the volume in GiB, 1 to 1024.</param>
    /// <param name="StorageClass">Storage class of the volume; null means the cluster's default.</param>
    public sealed record Claim(string Schedule, int Keep, int StorageGiB, string? StorageClass) : EtcdBackup;

    /// <summary>
    /// A bucket. The pod has the identity that is associated with its ServiceAccount and needs no more than <c>s3:PutObject</c> on the prefix; how
    /// long snapshots stay is a lifecycle rule of the bucket, so that a stolen identity cannot delete them.
    /// </summary>
    /// <param name="Schedule">When, as a cron expression in UTC.</param>
    /// <param name="Bucket">Name of the bucket.</param>
    /// <param name="Prefix">Folder in it, without leading or trailing '/'.</param>
    /// <param name="Region">AWS region of the bucket, as <c>eu-central-1</c>.</param>
    public sealed record S3(string Schedule, string Bucket, string Prefix, string Region) : EtcdBackup;

    /// <summary>No snapshots. Losing two of three members then loses the settings that were changed by hand.</summary>
    public sealed record None : EtcdBackup;
}
