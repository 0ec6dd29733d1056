using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>What the weights lie on (C6, C7, C9.10).</summary>
internal static class StorageCases
{
    private const string Claim = "namespace=\"clawdbot-models\",persistentvolumeclaim=\"models\"";

    internal static AlertCase[] All { get; } =
    [
        new("CephMetricsAbsent") { Fires = [Hold("up", 1)], Quiet = [Hold(Of("ceph_health_status"), 2)], Labels = "job=rook-ceph-mgr", FromStart = true },
        new("CephHealthWarning") { Fires = [Hold(Of("ceph_health_status"), 1)], Quiet = [Hold(Of("ceph_health_status"), 0)], FromStart = true },
        new("CephHealthError") { Fires = [Hold(Of("ceph_health_status"), 2)], Quiet = [Hold(Of("ceph_health_status"), 1)], FromStart = true },
        // A disk that was taken out on purpose is no alarm.
        new("CephOsdDown") { Fires = [Hold(Of("ceph_osd_up", "osd.1"), 0), Hold(Of("ceph_osd_in", "osd.1"), 1)], Quiet = [Hold(Of("ceph_osd_up", "osd.1"), 0), Hold(Of("ceph_osd_in", "osd.1"), 0)], Labels = "job=rook-ceph-mgr,ceph_daemon=osd.1", FromStart = true },
        new("CephMonitorsMissing") { Fires = Daemons("ceph_mon_quorum_status", 1, 1, 0), Quiet = Daemons("ceph_mon_quorum_status", 1, 1, 1), Value = "2", FromStart = true },
        new("CephMetadataServerMissing") { Fires = Daemons("ceph_mds_metadata", 1), Quiet = Daemons("ceph_mds_metadata", 1, 1), Value = "1", FromStart = true },
        new("CephNearlyFull") { Fires = Used(76), Quiet = Used(75), Value = "76%", FromStart = true },
        new("CephFull") { Fires = Used(86), Quiet = Used(85), Value = "86%", FromStart = true },
        new("CephSlowOperations") { Fires = [Hold(Of("ceph_healthcheck_slow_ops"), 3)], Quiet = [Hold(Of("ceph_healthcheck_slow_ops"), 0)], Labels = "job=rook-ceph-mgr", Value = "3", FromStart = true },
        new("ModelVolumeFilling") { Fires = Volume(9), Quiet = Volume(10), Value = "9%", FromStart = true, Plan = AlertPlans.OnVolume },
        new("ModelLoaderFailed") { Fires = [Hold(Job("true"), 1)], Quiet = [Hold(Job("true"), 0), Hold(Job("false"), 1)], Labels = "namespace=clawdbot-models,job_name=model-loader-qwen,condition=true" },
    ];

    private static string Of(string metric, string? daemon = null) =>
        daemon is null ? $$"""{{metric}}{job="rook-ceph-mgr"}""" : $$"""{{metric}}{job="rook-ceph-mgr",ceph_daemon="{{daemon}}"}""";

    private static AlertSeries[] Daemons(string metric, params double[] values) => [.. values.Select((value, index) => Hold(Of(metric, $"x.{index}"), value))];

    private static AlertSeries[] Used(double used) => [Hold(Of("ceph_cluster_total_used_raw_bytes"), used), Hold(Of("ceph_cluster_total_bytes"), 100)];

    private static AlertSeries[] Volume(double free) => [Hold($"kubelet_volume_stats_available_bytes{{{Claim}}}", free), Hold($"kubelet_volume_stats_capacity_bytes{{{Claim}}}", 100)];

    private static string Job(string condition) => $$"""kube_job_failed{namespace="clawdbot-models",job_name="model-loader-qwen",condition="{{condition}}"}""";
}
