namespace Clawdbot.Infra.Etcd;

/// <summary>What is known about an etcd cluster while it is planned.</summary>
public sealed record EtcdClusterSpec
{
    /// <summary>Members.</summary>
    /// <value>3 or 5; default 3, which outlives the loss of one.</value>
    public int Members { get; init; } = EtcdClusterDefaults.Members;

    /// <summary>Image of etcd, which also holds <c>etcdctl</c> and <c>etcdutl</c> and has no shell.</summary>
    /// <value>Default: <see cref="EtcdClusterDefaults.Image"/>.</value>
    public string Image { get; init; } = EtcdClusterDefaults.Image;

    /// <summary>Image with a shell and curl, for the two scripts.</summary>
    /// <value>Default: <see cref="EtcdClusterDefaults.ScriptImage"/>.</value>
    public string ScriptImage { get; init; } = EtcdClusterDefaults.ScriptImage;

    /// <summary>Image with the AWS command line, for backups in S3.</summary>
    /// <value>Default: <see cref="EtcdClusterDefaults.UploadImage"/>.</value>
    public string UploadImage { get; init; } = EtcdClusterDefaults.UploadImage;

    /// <summary>Storage class of the members' volumes: local disks or block storage.</summary>
    /// <value>Default: null, the cluster's default class.</value>
    public string? StorageClass { get; init; }

    /// <summary>Size of each member's volume, in GiB.</summary>
    /// <value>1 to 1024; default 10.</value>
    public int StorageGiB { get; init; } = EtcdClusterDefaults.StorageGiB;

    /// <summary>Size at which the database refuses writes, in MiB.</summary>
    /// <value>64 to 8192; default 2048.</value>
    public int QuotaMiB { get; init; } = EtcdClusterDefaults.QuotaMiB;

    /// <summary>Minutes of history that watchers may resume from.</summary>
    /// <value>5 to 10080; default 60.</value>
    public int CompactionMinutes { get; init; } = EtcdClusterDefaults.CompactionMinutes;

    /// <summary>Committed changes between two snapshots of the log.</summary>
    /// <value>1000 to 10000; default 10000.</value>
    public int SnapshotCount { get; init; } = EtcdClusterDefaults.SnapshotCount;

    /// <summary>Milliseconds between two heartbeats of the leader.</summary>
    /// <value>50 to 1000; default 100.</value>
    public int HeartbeatMilliseconds { get; init; } = EtcdClusterDefaults.HeartbeatMilliseconds;

    /// <summary>Milliseconds without a heartbeat after which members elect another leader.</summary>
    /// <value>At least five heartbeats, at most 10000; default 1000.</value>
    public int ElectionMilliseconds { get; init; } = EtcdClusterDefaults.ElectionMilliseconds;

    /// <summary>How strictly members are kept in different zones.</summary>
    /// <value>Default: required.</value>
    public EtcdZoneSpread ZoneSpread { get; init; } = EtcdZoneSpread.Required;

    /// <summary>Raise it to give the users <c>gateway</c> and <c>operator</c> new passwords.</summary>
    /// <value>1 to 1000000; default 1.</value>
    public int PasswordGeneration { get; init; } = 1;

    /// <summary>Where snapshots go.</summary>
    /// <value>Default: every six hours to a volume, the newest 28 are kept.</value>
    public EtcdBackup Backup { get; init; } = EtcdClusterDefaults.Backup;

    /// <summary>Members that must live for writes to go on.</summary>
    public int Quorum => (Members / 2) + 1;
}
