using static Clawdbot.Infra.Platform.ChartValues;

namespace Clawdbot.Infra.Platform;

/// <summary>Values of NVIDIA's charts. Keys: deployments/helm/nvidia-device-plugin, gpu-operator and dcgm-exporter's deployment/values.yaml.</summary>
internal static class GpuValues
{
    internal static Dictionary<string, object> DevicePlugin() => Map(
        // The chart waits for a label of node feature discovery; ours is there from the first second.
        ("affinity", GpuNodesOnly()),
        ("tolerations", GpuTolerations()),
        ("priorityClassName", "system-node-critical"),
        ("resources", Resources("20m", "64Mi", "256Mi")),
        ("gfd", Map(("enabled", true))),
        ("nfd", Map(("worker", Map(("tolerations", GpuTolerations()))))));

    internal static Dictionary<string, object> Operator() => Map(
        // Both are in the node's image; two owners of a driver end in a node without GPU.
        ("driver", Off()),
        ("toolkit", Off()),
        // Ours has counters that the operator's copy lacks.
        ("dcgmExporter", Off()),
        ("daemonsets", Map(("tolerations", GpuTolerations()), ("priorityClassName", "system-node-critical"))),
        ("node-feature-discovery", Map(("worker", Map(("tolerations", GpuTolerations()))))));

    internal static Dictionary<string, object> Exporter(PlatformAddonsSpec spec) => Map(
        ("arguments", new object[] { "-f", "/etc/dcgm-exporter/default-counters.csv" }),
        ("customMetrics", spec.GpuCounterList),
        ("affinity", GpuNodesOnly()),
        ("tolerations", GpuTolerations()),
        ("priorityClassName", "system-node-critical"),
        ("resources", Resources("100m", "256Mi", "512Mi")),
        // One place makes all scrape targets, with the labels that our rules need.
        ("serviceMonitor", Off()));
}
