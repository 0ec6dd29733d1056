using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on the members that hold the live configuration, and on their backups.</summary>
internal static class EtcdAlerts
{
    private const string BackupJob = "etcd-backup";

    internal static IEnumerable<AlertRule> For(AlertingPlan plan) =>
        plan.Etcd is not { } etcd ? [] : [.. Members(etcd), .. Speed(), .. Size(etcd), .. plan.OnKubernetes ? Backup(etcd) : []];

    private static IEnumerable<AlertRule> Members(AlertedEtcd etcd) =>
    [
        new("EtcdMembersDown", AlertSeverity.Warning, Minutes(3),
            $$"""(count(up{job="etcd"} == 1) or vector(0)) < {{etcd.Members}}""",
            $"Only {Value} of {etcd.Members} members of etcd answer",
            $"Writes need {etcd.Quorum}. A member that lost its volume does not come back by itself: read the runbook before deleting anything."),
        new("EtcdQuorumLost", AlertSeverity.Critical, Minutes(1),
            $$"""(count(up{job="etcd"} == 1) or vector(0)) < {{etcd.Quorum}}""",
            $"Only {Value} of {etcd.Members} members of etcd answer: no writes",
            $"{etcd.Quorum} are needed. The gateway goes on with the last configuration that it knows; nothing can be changed or switched."),
        new("EtcdNoLeader", AlertSeverity.Critical, Minutes(1),
            """etcd_server_has_leader{job="etcd"} == 0""",
            $"Member {Label("instance")} of etcd has no leader",
            "It refuses writes and consistent reads."),
        new("EtcdLeaderChanges", AlertSeverity.Warning, Minutes(1),
            $$"""max(increase(etcd_server_leader_changes_seen_total{job="etcd"}[15m])) >= {{Defaults.EtcdLeaderChanges}}""",
            $"etcd changed its leader {Value} times in 15 minutes",
            "Heartbeats come late: slow disks (EtcdFsyncSlow), a slow network (EtcdPeerSlow) or starved processors. Each change stops writes for about a second."),
        new("EtcdProposalsFailing", AlertSeverity.Warning, Minutes(1),
            $$"""increase(etcd_server_proposals_failed_total{job="etcd"}[15m]) > {{Defaults.EtcdFailedProposals}}""",
            $"{Value} writes failed in member {Label("instance")} of etcd in 15 minutes",
            "Elections, or a lost quorum, cut them off; clients must write again."),
    ];

    private static IEnumerable<AlertRule> Speed() =>
    [
        Slow("EtcdFsyncSlow", "etcd_disk_wal_fsync_duration_seconds", "instance", Defaults.EtcdFsyncSeconds,
            $"Member {Label("instance")} of etcd takes up to {Duration} for a log write",
            $"99 of 100 writes should take less than {Number(Defaults.EtcdFsyncSeconds)} s, one heartbeat; a good disk takes under 10 ms. Elections follow."),
        Slow("EtcdCommitSlow", "etcd_disk_backend_commit_duration_seconds", "instance", Defaults.EtcdCommitSeconds,
            $"Member {Label("instance")} of etcd takes up to {Duration} for a commit",
            $"99 of 100 commits should take less than {Number(Defaults.EtcdCommitSeconds)} s; a good disk takes under 25 ms."),
        Slow("EtcdPeerSlow", "etcd_network_peer_round_trip_time_seconds", "instance, To", Defaults.EtcdPeerSeconds,
            $"Messages from {Label("instance")} to member {Label("To")} of etcd take up to {Duration}",
            $"99 of 100 round trips should take less than {Number(Defaults.EtcdPeerSeconds)} s; members miss heartbeats otherwise."),
    ];

    private static AlertRule Slow(string name, string histogram, string by, double seconds, string summary, string description) => new(
        name, AlertSeverity.Warning, Minutes(10),
        $$"""histogram_quantile(0.99, sum by (le, {{by}}) (rate({{histogram}}_bucket{job="etcd"}[5m]))) > {{Number(seconds)}}""",
        summary, description);

    private static IEnumerable<AlertRule> Size(AlertedEtcd etcd) =>
    [
        new("EtcdDatabaseNearQuota", AlertSeverity.Warning, Minutes(10),
            $$"""etcd_mvcc_db_total_size_in_bytes{job="etcd"} / etcd_server_quota_backend_bytes{job="etcd"} > {{Number(Defaults.EtcdQuotaWarning)}}""",
            $"Member {Label("instance")} of etcd uses {Percent} of its quota",
            $"At {etcd.QuotaMiB} MiB it refuses writes. The configuration itself is a few hundred kilobytes: something writes too much, or compaction does not run."),
        new("EtcdDatabaseFull", AlertSeverity.Critical, Minutes(2),
            $$"""etcd_mvcc_db_total_size_in_bytes{job="etcd"} / etcd_server_quota_backend_bytes{job="etcd"} > {{Number(Defaults.EtcdQuotaCritical)}}""",
            $"Member {Label("instance")} of etcd uses {Percent} of its quota",
            $"At {etcd.QuotaMiB} MiB it raises the NOSPACE alarm and refuses writes until somebody compacts, defragments and disarms it."),
        new("EtcdDatabaseFragmented", AlertSeverity.Info, Minutes(30),
            $$"""
            etcd_mvcc_db_total_size_in_use_in_bytes{job="etcd"} / etcd_mvcc_db_total_size_in_bytes{job="etcd"} < {{Number(Defaults.EtcdUsedShare)}}
            and etcd_mvcc_db_total_size_in_bytes{job="etcd"} > {{Defaults.EtcdFragmentedMiB}} * 1024 * 1024
            """,
            $"Only {Percent} of the file of member {Label("instance")} of etcd is in use",
            $"Less than {Share(Defaults.EtcdUsedShare)} of a file of more than {Defaults.EtcdFragmentedMiB} MiB: defragment one member at a time, the leader last."),
    ];

    private static IEnumerable<AlertRule> Backup(AlertedEtcd etcd)
    {
        if (etcd.BackupPeriodSeconds is not { } period)
            yield break;
        var job = $"{Is("namespace", WellKnownNamespaces.Etcd)},{Is("cronjob", BackupJob)}";
        yield return new("EtcdBackupOld", AlertSeverity.Critical, Minutes(5),
            $$"""
            time() - kube_cronjob_status_last_successful_time{{{job}}} > {{Defaults.BackupPeriods * period}}
            or time() - kube_cronjob_created{{{job}}} > {{Defaults.BackupPeriods * period}} unless on (namespace, cronjob) kube_cronjob_status_last_successful_time{{{job}}}
            """,
            $"The newest backup of etcd is {Duration} old",
            $"A backup is made every {Period(period)}; {Defaults.BackupPeriods} of them did not succeed, or none ever did. What was written since is lost if etcd is.");
        yield return new("EtcdBackupFailed", AlertSeverity.Warning, Minutes(1),
            $$"""kube_job_status_failed{{{Is("namespace", WellKnownNamespaces.Etcd)}},{{Matches("job_name", $"{BackupJob}-.+")}}} > 0""",
            $"Backup job {Label("job_name")} of etcd failed",
            $"The next one runs within {Period(period)}; two failures in a row are critical.");
    }
}
