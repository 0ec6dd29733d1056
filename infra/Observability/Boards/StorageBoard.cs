using System.Collections.Immutable;
using System.Diagnostics;
using Clawdbot.Infra.Observability.Panels;
using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>What the weights lie on, and the Jobs that load them.</summary>
internal static class StorageBoard
{
    private const string Manager = """{job="rook-ceph-mgr"}""";
    private const string Daemons = """{job="rook-ceph-exporter"}""";

    internal static Dashboard For(AlertingPlan plan) => new("storage", "Clawdbot / Storage", [],
    [
        .. plan.Storage switch
        {
            AlertedStorage.Ceph ceph => [new PanelRow("Ceph", Ceph(ceph)), new PanelRow("Speed", Speed())],
            AlertedStorage.Volume volume => plan.OnKubernetes ? [new PanelRow("Claim with the weights", Volume(volume))] : [],
            AlertedStorage.Unmonitored => Array.Empty<PanelRow>(),
            _ => throw new UnreachableException(),
        },
        .. plan is { HasModelLoader: true, OnKubernetes: true } ? [new PanelRow("Loading", Loader())] : Array.Empty<PanelRow>(),
    ]);

    private static ImmutableArray<Panel> Ceph(AlertedStorage.Ceph ceph) =>
    [
        Panel.Figure("Health", PanelUnits.Number, "0 is HEALTH_OK, 1 HEALTH_WARN, 2 HEALTH_ERR; `ceph health detail` names the reason.",
            new PanelTarget($"max(ceph_health_status{Manager})", "Health")).Above(1, AlertSeverity.Warning, "CephHealthWarning").Above(2, AlertSeverity.Critical, "CephHealthError"),
        Panel.Figure("Used", PanelUnits.Share, "Of the raw space. At 95 % Ceph stops all writes.",
            new PanelTarget($"max(ceph_cluster_total_used_raw_bytes{Manager}) / max(ceph_cluster_total_bytes{Manager})", "Used"))
            .Above(Defaults.CephUsedWarning, AlertSeverity.Warning, "CephNearlyFull").Above(Defaults.CephUsedCritical, AlertSeverity.Critical, "CephFull"),
        Panel.Figure("Disks down", PanelUnits.Count, "Disks that belong to the cluster and do not run.",
            new PanelTarget($"sum(ceph_osd_in{Manager}) - sum(ceph_osd_up{Manager} * on (ceph_daemon) ceph_osd_in{Manager})", "Disks")),
        Panel.Figure("Monitors in the quorum", PanelUnits.Count, $"Of {ceph.Monitors}; without a majority all access to the weights stops.",
            new PanelTarget($"sum(ceph_mon_quorum_status{Manager})", "Monitors")).Below(ceph.Monitors, AlertSeverity.Warning, "CephMonitorsMissing"),
        Panel.Figure("Metadata servers", PanelUnits.Count, $"Of {ceph.MetadataServers}, standby ones included.",
            new PanelTarget($"count(ceph_mds_metadata{Manager}) or vector(0)", "Servers")).Below(ceph.MetadataServers, AlertSeverity.Warning, "CephMetadataServerMissing"),
        Panel.Figure("Slow operations", PanelUnits.Count, "Operations that take longer than 30 s.",
            new PanelTarget($"max(ceph_healthcheck_slow_ops{Manager}) or vector(0)", "Operations")).Above(0, AlertSeverity.Warning, "CephSlowOperations"),
    ];

    private static ImmutableArray<Panel> Speed() =>
    [
        Panel.Graph("Read and written", PanelUnits.BytesPerSecond, "Over all disks. A server that starts reads all its weights.",
            new PanelTarget(Rate("ceph_osd_op_r_out_bytes", Daemons), "read"), new PanelTarget(Rate("ceph_osd_op_w_in_bytes", Daemons), "written")) with { Width = 12 },
        Panel.Graph("Time of commits, slowest disk", PanelUnits.Number, "Milliseconds that the slowest disk takes to commit.",
            new PanelTarget($"max(ceph_osd_commit_latency_ms{Manager})", "ms")) with { Width = 12 },
    ];

    private static ImmutableArray<Panel> Volume(AlertedStorage.Volume volume)
    {
        var claim = $$"""{{{Is("namespace", volume.Namespace)}},{{Is("persistentvolumeclaim", volume.Claim)}}}""";
        return
        [
            Panel.Graph("Free", PanelUnits.Share, "Below the line the next revision may not fit: while a model is replaced, both revisions lie there.",
                new PanelTarget($"min(kubelet_volume_stats_available_bytes{claim}) / max(kubelet_volume_stats_capacity_bytes{claim})", "free")).Below(Defaults.VolumeFree, AlertSeverity.Warning, "ModelVolumeFilling") with { Width = 12 },
            Panel.Graph("Used", PanelUnits.Bytes, "Bytes of all revisions, and the size of the volume.",
                new PanelTarget($"max(kubelet_volume_stats_used_bytes{claim})", "used"), new PanelTarget($"max(kubelet_volume_stats_capacity_bytes{claim})", "size")) with { Width = 12 },
        ];
    }

    private static ImmutableArray<Panel> Loader()
    {
        var jobs = Is("namespace", WellKnownNamespaces.Models);
        return
        [
            Panel.Graph("Jobs at work", PanelUnits.Count, "Jobs that load weights now; their log shows how far they are.",
                new PanelTarget($$"""kube_job_status_active{{{jobs}}}""", "{{job_name}}")) with { Width = 12 },
            Panel.Graph("Failed Jobs", PanelUnits.Count, "Servers of the new revision cannot start; those of the old one go on.",
                new PanelTarget($$"""kube_job_failed{{{jobs}},condition="true"}""", "{{job_name}}")).Above(1, AlertSeverity.Warning, "ModelLoaderFailed") with { Width = 12 },
        ];
    }
}
