using System.Diagnostics;
using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on what the weights lie on, and on the Jobs that load them.</summary>
internal static class StorageAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) =>
    [
        .. plan.Storage switch
        {
            AlertedStorage.Ceph ceph => Ceph(ceph),
            AlertedStorage.Volume volume => plan.OnKubernetes ? Volume(volume) : [],
            AlertedStorage.Unmonitored => [],
            _ => throw new UnreachableException(),
        },
        .. plan is { HasModelLoader: true, OnKubernetes: true } ? Loader() : [],
    ];

    private static IEnumerable<AlertRule> Ceph(AlertedStorage.Ceph ceph) =>
    [
        new("CephMetricsAbsent", AlertSeverity.Warning, Minutes(5),
            """absent(ceph_health_status{job="rook-ceph-mgr"})""",
            "Ceph does not report to Prometheus",
            "The managers are gone or cannot be reached; every other alert on Ceph is blind."),
        new("CephHealthWarning", AlertSeverity.Warning, Minutes(15),
            """max(ceph_health_status{job="rook-ceph-mgr"}) == 1""",
            "Ceph reports HEALTH_WARN",
            "Weights stay readable; `ceph health detail` names the reason."),
        new("CephHealthError", AlertSeverity.Critical, Minutes(2),
            """max(ceph_health_status{job="rook-ceph-mgr"}) == 2""",
            "Ceph reports HEALTH_ERR",
            "Data is unavailable or in danger: servers that start cannot read their weights. Running ones go on."),
        new("CephOsdDown", AlertSeverity.Warning, Minutes(3),
            """ceph_osd_up{job="rook-ceph-mgr"} == 0 and on (ceph_daemon) ceph_osd_in{job="rook-ceph-mgr"} == 1""",
            $"Disk {Label("ceph_daemon")} of Ceph is down",
            "Its data has two copies left until Ceph has made a third one elsewhere."),
        new("CephMonitorsMissing", AlertSeverity.Warning, Minutes(3),
            $$"""count(ceph_mon_quorum_status{job="rook-ceph-mgr"} == 1) < {{ceph.Monitors}}""",
            $"Only {Value} of {ceph.Monitors} monitors of Ceph are in the quorum",
            $"With fewer than {(ceph.Monitors / 2) + 1} all access to the weights stops."),
        new("CephMetadataServerMissing", AlertSeverity.Warning, Minutes(3),
            $$"""count(ceph_mds_metadata{job="rook-ceph-mgr"}) < {{ceph.MetadataServers}}""",
            $"Only {Value} of {ceph.MetadataServers} metadata servers of CephFS run",
            "No standby: when the active one fails, no file can be opened until a new one has started."),
        new("CephNearlyFull", AlertSeverity.Warning, Minutes(10),
            $"{CephUsed} > {Number(Defaults.CephUsedWarning)}",
            $"{Percent} of Ceph is in use",
            $"From {Share(Defaults.CephUsedCritical)} on Ceph warns itself, at 95 % it stops all writes. Delete old revisions or add disks."),
        new("CephFull", AlertSeverity.Critical, Minutes(5),
            $"{CephUsed} > {Number(Defaults.CephUsedCritical)}",
            $"{Percent} of Ceph is in use",
            "At 95 % Ceph stops all writes, and a lost disk can no longer be made up for."),
        new("CephSlowOperations", AlertSeverity.Warning, Minutes(5),
            """ceph_healthcheck_slow_ops{job="rook-ceph-mgr"} > 0""",
            $"{Value} operations of Ceph take longer than 30 s",
            "Servers that start read their weights slowly: ModelServerStartSlow follows."),
    ];

    private const string CephUsed = """max(ceph_cluster_total_used_raw_bytes{job="rook-ceph-mgr"}) / max(ceph_cluster_total_bytes{job="rook-ceph-mgr"})""";

    private static IEnumerable<AlertRule> Volume(AlertedStorage.Volume volume)
    {
        var claim = $"{Is("namespace", volume.Namespace)},{Is("persistentvolumeclaim", volume.Claim)}";
        return
        [
            new("ModelVolumeFilling", AlertSeverity.Warning, Minutes(10),
                $$"""min(kubelet_volume_stats_available_bytes{{{claim}}}) / max(kubelet_volume_stats_capacity_bytes{{{claim}}}) < {{Number(Defaults.VolumeFree)}}""",
                $"{Percent} of claim {volume.Claim} is free",
                $"Below {Share(Defaults.VolumeFree)} the next revision may not fit: while a model is replaced, both revisions lie there."),
        ];
    }

    private static IEnumerable<AlertRule> Loader() =>
    [
        new("ModelLoaderFailed", AlertSeverity.Warning, Minutes(1),
            $$"""kube_job_failed{{{Is("namespace", WellKnownNamespaces.Models)}},condition="true"} == 1""",
            $"Job {Label("job_name")} did not load its weights",
            "Servers of a new revision cannot start; those of the old one go on. Nothing half-written is visible to them."),
    ];
}
