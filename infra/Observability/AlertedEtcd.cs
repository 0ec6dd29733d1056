namespace Clawdbot.Infra.Observability;

/// <summary>What the plan says about the members that hold the live configuration, as far as alerts need it.</summary>
public sealed record AlertedEtcd
{
    /// <summary>Members, odd (C6).</summary>
    /// <value>3 or 5. Default: 3.</value>
    public int Members { get; init; } = 3;

    /// <summary>Size at which a member refuses writes (<c>--quota-backend-bytes</c>), in MiB; for the texts.</summary>
    /// <value>Default: 2048, etcd's own.</value>
    public int QuotaMiB { get; init; } = 2048;

    /// <summary>Seconds between two backups.</summary>
    /// <value>Default: null, there is no backup job.</value>
    public int? BackupPeriodSeconds { get; init; }

    /// <summary>Members that must answer for a write.</summary>
    public int Quorum => (Members / 2) + 1;
}
