namespace Clawdbot.Infra.Etcd;

/// <summary>Ids of what can be wrong with an etcd cluster: CB2300 to CB2349.</summary>
public static class EtcdDiagnosticIds
{
    /// <summary>A number of members that is not 3 or 5.</summary>
    public const string MemberCount = "CB2300";

    /// <summary>An image whose release is unknown, or older than the one that closed a known hole.</summary>
    public const string UnsafeVersion = "CB2301";

    /// <summary>An election timeout too close to the heartbeat.</summary>
    public const string ElectionTooShort = "CB2302";

    /// <summary>A volume too small for the database quota.</summary>
    public const string VolumeTooSmall = "CB2303";

    /// <summary>A storage class on a shared or network file system.</summary>
    public const string SharedFileSystem = "CB2304";

    /// <summary>A backup schedule that is not a cron expression.</summary>
    public const string InvalidSchedule = "CB2305";

    /// <summary>A bucket, prefix or region that S3 would refuse.</summary>
    public const string InvalidObjectStore = "CB2306";

    /// <summary>A claim too small for the snapshots to be kept.</summary>
    public const string BackupTooSmall = "CB2307";
}
