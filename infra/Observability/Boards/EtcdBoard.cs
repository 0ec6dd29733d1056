using System.Collections.Immutable;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Observability.Panels;
using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>The members that hold the live configuration (C6).</summary>
internal static class EtcdBoard
{
    private const string Members = """{job="etcd"}""";

    internal static Dashboard For(AlertingPlan plan) => new("etcd", "Clawdbot / etcd", [],
        plan.Etcd is not { } etcd ? [] : [new("Members", Now(etcd, plan)), new("Disks and network", Speed()), new("Size and load", Size(etcd))]);

    private static ImmutableArray<Panel> Now(AlertedEtcd etcd, AlertingPlan plan)
    {
        ImmutableArray<Panel> panels =
        [
            Panel.Figure("Members that answer", PanelUnits.Count, $"Of {etcd.Members}; writes need {etcd.Quorum}.",
                new PanelTarget($"count(up{Members} == 1) or vector(0)", "Members"))
                .Below(etcd.Members, AlertSeverity.Warning, "EtcdMembersDown").Below(etcd.Quorum, AlertSeverity.Critical, "EtcdQuorumLost"),
            Panel.Figure("Members with a leader", PanelUnits.Count, "A member without a leader refuses writes and consistent reads.",
                new PanelTarget($"sum(etcd_server_has_leader{Members})", "Members")),
            Panel.Figure("Changes of the leader", PanelUnits.Count, "In the last 15 minutes; each stops writes for about a second.",
                new PanelTarget($"max(increase(etcd_server_leader_changes_seen_total{Members}[15m]))", "Changes")).Above(Defaults.EtcdLeaderChanges, AlertSeverity.Warning, "EtcdLeaderChanges"),
            Panel.Figure("Failed writes", PanelUnits.Count, "Proposals that failed in the last 15 minutes, in the worst member.",
                new PanelTarget($"max(increase(etcd_server_proposals_failed_total{Members}[15m]))", "Writes")).Above(Defaults.EtcdFailedProposals, AlertSeverity.Warning, "EtcdProposalsFailing"),
        ];
        if (etcd.BackupPeriodSeconds is not { } period || !plan.OnKubernetes)
            return panels;
        var job = $"{Is("namespace", WellKnownNamespaces.Etcd)},{Is("cronjob", EtcdClusterDefaults.BackupProgram)}";
        return panels.Add(Panel.Figure("Age of the newest backup", PanelUnits.Seconds, $"A backup is made every {Period(period)}.",
            new PanelTarget($$"""time() - kube_cronjob_status_last_successful_time{{{job}}}""", "Age")).Above(Defaults.BackupPeriods * period, AlertSeverity.Critical, "EtcdBackupOld"));
    }

    private static ImmutableArray<Panel> Speed() =>
    [
        Slowest("Log write, 99 %", "A good disk takes under 10 ms; above one heartbeat elections follow.", "etcd_disk_wal_fsync_duration_seconds", "{{instance}}", "instance")
            .Above(Defaults.EtcdFsyncSeconds, AlertSeverity.Warning, "EtcdFsyncSlow"),
        Slowest("Commit, 99 %", "A good disk takes under 25 ms.", "etcd_disk_backend_commit_duration_seconds", "{{instance}}", "instance")
            .Above(Defaults.EtcdCommitSeconds, AlertSeverity.Warning, "EtcdCommitSlow"),
        Slowest("Round trip between members, 99 %", "Zones of one region are 1 to 2 ms apart.", "etcd_network_peer_round_trip_time_seconds", "{{instance}} to {{To}}", "instance", "To")
            .Above(Defaults.EtcdPeerSeconds, AlertSeverity.Warning, "EtcdPeerSlow"),
    ];

    private static Panel Slowest(string title, string description, string histogram, string legend, params string[] by) =>
        Panel.Graph(title, PanelUnits.Seconds, description, new PanelTarget(Quantile(0.99, histogram, Members, by), legend));

    private static ImmutableArray<Panel> Size(AlertedEtcd etcd) =>
    [
        Panel.Graph("Share of the quota", PanelUnits.Share, $"At {etcd.QuotaMiB} MiB a member refuses writes.",
            new PanelTarget($"etcd_mvcc_db_total_size_in_bytes{Members} / etcd_server_quota_backend_bytes{Members}", "{{instance}}"))
            .Above(Defaults.EtcdQuotaWarning, AlertSeverity.Warning, "EtcdDatabaseNearQuota").Above(Defaults.EtcdQuotaCritical, AlertSeverity.Critical, "EtcdDatabaseFull"),
        Panel.Graph("File and what is in use", PanelUnits.Bytes, "The difference is what defragmenting gives back.",
            new PanelTarget($"etcd_mvcc_db_total_size_in_bytes{Members}", "{{instance}} file"),
            new PanelTarget($"etcd_mvcc_db_total_size_in_use_in_bytes{Members}", "{{instance}} in use")),
        Panel.Graph("Requests", PanelUnits.EventsPerSecond, "Writes and reads per second of each member. The configuration changes rarely: many writes are a fault of a client.",
            new PanelTarget(Rate("etcd_mvcc_put_total", Members, "instance"), "{{instance}} writes"),
            new PanelTarget(Rate("etcd_mvcc_range_total", Members, "instance"), "{{instance}} reads")),
    ];
}
