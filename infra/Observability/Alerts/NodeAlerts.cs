using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on nodes, from node exporters and kube-state-metrics.</summary>
internal static class NodeAlerts
{
    /// <summary>File systems of disks: what the kernel keeps in memory, and what other machines serve, fills for other reasons.</summary>
    private const string Disks = """fstype=~"ext4|xfs|btrfs",mountpoint!~"/var/lib/kubelet/.*" """;

    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => !plan.OnKubernetes ? [] :
    [
        new("NodeNotReady", AlertSeverity.Critical, Minutes(3),
            """kube_node_status_condition{condition="Ready",status="true"} == 0""",
            $"Node {Label("node")} is not ready",
            "Its pods count as gone after five minutes and start elsewhere, if there is room with the same cards."),
        new("NodePressure", AlertSeverity.Warning, Minutes(2),
            """kube_node_status_condition{condition=~"MemoryPressure|DiskPressure|PIDPressure",status="true"} == 1""",
            $"Node {Label("node")} reports {Label("condition")}",
            "The kubelet evicts pods, those above their requests first."),
        new("NodeCpuHigh", AlertSeverity.Warning, Minutes(10),
            $$"""1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) > {{Number(Defaults.CpuLimit)}}""",
            $"{Percent} of the processor of {Label("instance")} is busy",
            $"Above {Share(Defaults.CpuLimit)} tokenizing and scheduling delay the cards: first tokens come late although the GPUs are idle."),
        new("NodeMemoryHigh", AlertSeverity.Warning, Minutes(10),
            $"1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes > {Number(Defaults.MemoryLimit)}",
            $"{Percent} of the memory of {Label("instance")} is in use",
            $"Page cache counts as free. Above {Share(Defaults.MemoryLimit)} the kubelet's eviction is near."),
        new("NodeDiskFilling", AlertSeverity.Warning, Minutes(10),
            $"{Free} < {Number(Defaults.DiskFreeWarning)}",
            $"{Percent} of {Label("mountpoint")} on {Label("instance")} is free",
            $"Below {Share(Defaults.DiskFreeWarning)} the kubelet deletes images; a model server's image is 9 GB to pull again."),
        new("NodeDiskFull", AlertSeverity.Critical, Minutes(5),
            $"{Free} < {Number(Defaults.DiskFreeCritical)}",
            $"{Percent} of {Label("mountpoint")} on {Label("instance")} is free",
            $"Below {Share(Defaults.DiskFreeCritical)} pods are evicted and databases stop."),
        new("NodeClockNotSynchronised", AlertSeverity.Warning, Minutes(10),
            "min_over_time(node_timex_sync_status[5m]) == 0 and node_timex_maxerror_seconds >= 16",
            $"The clock of {Label("instance")} is not synchronised",
            "Tokens (JWT) and certificates are checked against it: a clock that drifts refuses good ones and accepts expired ones."),
    ];

    private static string Free => $$"""node_filesystem_avail_bytes{{{Disks.TrimEnd()}}} / node_filesystem_size_bytes{{{Disks.TrimEnd()}}}""";
}
