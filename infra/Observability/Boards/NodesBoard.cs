using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Panels;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>Nodes: processor, memory and disks (B3).</summary>
internal static class NodesBoard
{
    private const string Disks = """{fstype=~"ext4|xfs|btrfs",mountpoint!~"/var/lib/kubelet/.*"}""";

    internal static Dashboard For(AlertingPlan plan) => new("nodes", "Clawdbot / Nodes", [], !plan.OnKubernetes ? [] : [new("Nodes", Nodes())]);

    private static ImmutableArray<Panel> Nodes() =>
    [
        Panel.Graph("Processor", PanelUnits.Share, $"Above {AlertText.Share(Defaults.CpuLimit)} tokenizing and scheduling delay the cards.",
            new PanelTarget($$"""1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[{{Window}}]))""", "{{instance}}")).Above(Defaults.CpuLimit, AlertSeverity.Warning, "NodeCpuHigh"),
        Panel.Graph("Memory", PanelUnits.Share, "In use; page cache counts as free.",
            new PanelTarget("1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes", "{{instance}}")).Above(Defaults.MemoryLimit, AlertSeverity.Warning, "NodeMemoryHigh"),
        Panel.Graph("Free on disks", PanelUnits.Share, "Below the first line the kubelet deletes images, below the second pods are evicted.",
            new PanelTarget($"node_filesystem_avail_bytes{Disks} / node_filesystem_size_bytes{Disks}", "{{instance}} {{mountpoint}}"))
            .Below(Defaults.DiskFreeWarning, AlertSeverity.Warning, "NodeDiskFilling").Below(Defaults.DiskFreeCritical, AlertSeverity.Critical, "NodeDiskFull"),
        Panel.Graph("Received", PanelUnits.BytesPerSecond, "Traffic into each node without loopback: weights come this way when a server starts.",
            new PanelTarget($$"""sum by (instance) (rate(node_network_receive_bytes_total{device!="lo"}[{{Window}}]))""", "{{instance}}")) with { Width = 12 },
        Panel.Graph("Ready", PanelUnits.Number, "1 while the kubelet reports that the node is ready.",
            new PanelTarget("""kube_node_status_condition{condition="Ready",status="true"}""", "{{node}}")) with { Width = 12 },
    ];
}
