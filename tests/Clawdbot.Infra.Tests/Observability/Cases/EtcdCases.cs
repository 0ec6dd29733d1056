using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>The members that hold the live configuration (C6, C9.9).</summary>
internal static class EtcdCases
{
    private const string Member = "job=\"etcd\",instance=\"e1\"";
    private const string Labels = "job=etcd,instance=e1";
    private const string Job = "namespace=\"clawdbot-etcd\",cronjob=\"etcd-backup\"";

    internal static AlertCase[] All { get; } =
    [
        new("EtcdMembersDown") { Fires = Up(1, 1, 0), Quiet = Up(1, 1, 1), Value = "2", FromStart = true },
        new("EtcdQuorumLost") { Fires = Up(1, 0, 0), Quiet = Up(1, 1, 0), Value = "1" },
        // No target at all is the worst case, not a quiet one.
        new("EtcdQuorumLost") { Fires = [Hold("up", 1)], Quiet = Up(1, 1, 0), Value = "0" },
        new("EtcdNoLeader") { Fires = [Hold(Of("etcd_server_has_leader"), 0)], Quiet = [Hold(Of("etcd_server_has_leader"), 1)], Labels = Labels },
        new("EtcdLeaderChanges") { Fires = [Grow(Of("etcd_server_leader_changes_seen_total"), 0.4)], Quiet = [Grow(Of("etcd_server_leader_changes_seen_total"), 0.2)], Value = "6" },
        new("EtcdProposalsFailing") { Fires = [Grow(Of("etcd_server_proposals_failed_total"), 0.4)], Quiet = [Grow(Of("etcd_server_proposals_failed_total"), 0.3)], Labels = Labels, Value = "6" },
        new("EtcdFsyncSlow") { Fires = Slow("etcd_disk_wal_fsync_duration_seconds", "", "0.064", "0.128", 0), Quiet = Slow("etcd_disk_wal_fsync_duration_seconds", "", "0.064", "0.128", 98.5), Labels = "instance=e1", Value = "127.4ms" },
        new("EtcdCommitSlow") { Fires = Slow("etcd_disk_backend_commit_duration_seconds", "", "0.128", "0.256", 0), Quiet = Slow("etcd_disk_backend_commit_duration_seconds", "", "0.128", "0.256", 98.5), Labels = "instance=e1", Value = "254.7ms" },
        new("EtcdPeerSlow") { Fires = Slow("etcd_network_peer_round_trip_time_seconds", "To=\"m2\",", "0.1024", "0.2048", 0), Quiet = Slow("etcd_network_peer_round_trip_time_seconds", "To=\"m2\",", "0.1024", "0.2048", 98.7), Labels = "instance=e1,To=m2", Value = "203.8ms" },
        new("EtcdDatabaseNearQuota") { Fires = Size(81, 81), Quiet = Size(80, 80), Labels = Labels, Value = "81%", FromStart = true },
        new("EtcdDatabaseFull") { Fires = Size(96, 96), Quiet = Size(95, 95), Labels = Labels, Value = "96%", FromStart = true },
        new("EtcdDatabaseFragmented") { Fires = Size(50, 24, 4), Quiet = Size(50, 25, 4), Labels = Labels, Value = "48%", At = 40, FromStart = true },
        // Small files may have holes.
        new("EtcdDatabaseFragmented") { Fires = Size(50, 24, 4), Quiet = Size(50, 24, 1), Labels = Labels, Value = "48%", At = 40 },
        // A backup every six hours; twelve hours are 43200 s.
        new("EtcdBackupOld") { Fires = [Hold(Backup("status_last_successful_time"), -43200)], Quiet = [Hold(Backup("status_last_successful_time"), -41000)], Labels = "namespace=clawdbot-etcd,cronjob=etcd-backup", Value = "12h 30m 0s" },
        // One that never succeeded has no time of success.
        new("EtcdBackupOld") { Fires = [Hold(Backup("created"), -43200)], Quiet = [Hold(Backup("created"), -43200), Hold(Backup("status_last_successful_time"), 0)], Labels = "namespace=clawdbot-etcd,cronjob=etcd-backup", Value = "12h 30m 0s" },
        new("EtcdBackupFailed") { Fires = [Hold(Failed("etcd-backup-29012345"), 1)], Quiet = [Hold(Failed("etcd-backup-29012345"), 0), Hold(Failed("other"), 1)], Labels = "namespace=clawdbot-etcd,job_name=etcd-backup-29012345" },
    ];

    private static string Of(string metric) => $"{metric}{{{Member}}}";

    private static AlertSeries[] Up(params int[] members) => [.. members.Select((up, index) => Hold($$"""up{job="etcd",instance="e{{index + 1}}"}""", up))];

    private static AlertSeries[] Slow(string histogram, string labels, string fast, string slow, double fastPerMinute) =>
        Histogram(histogram, $"{Member},{labels}", (fast, fastPerMinute), (slow, 100));

    private static AlertSeries[] Size(double used, double inUse, double scale = 1) =>
    [
        Hold(Of("etcd_mvcc_db_total_size_in_bytes"), used * scale * 1024 * 1024),
        Hold(Of("etcd_mvcc_db_total_size_in_use_in_bytes"), inUse * scale * 1024 * 1024),
        Hold(Of("etcd_server_quota_backend_bytes"), 100 * scale * 1024 * 1024),
    ];

    private static string Backup(string figure) => $"kube_cronjob_{figure}{{{Job}}}";

    private static string Failed(string job) => $$"""kube_job_status_failed{namespace="clawdbot-etcd",job_name="{{job}}"}""";
}
