using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>Nodes (B3).</summary>
internal static class NodeCases
{
    private const string Disk = "device=\"/dev/nvme0n1p1\",fstype=\"xfs\",instance=\"n1\",mountpoint=\"/\"";
    private const string DiskLabels = "device=/dev/nvme0n1p1,fstype=xfs,instance=n1,mountpoint=/";

    internal static AlertCase[] All { get; } =
    [
        new("NodeNotReady") { Fires = [Hold(Condition("Ready", "true"), 0)], Quiet = [Hold(Condition("Ready", "true"), 1)], Labels = "node=n1,condition=Ready,status=true", FromStart = true },
        new("NodePressure") { Fires = [Hold(Condition("DiskPressure", "true"), 1)], Quiet = [Hold(Condition("DiskPressure", "true"), 0)], Labels = "node=n1,condition=DiskPressure,status=true", FromStart = true },
        new("NodeCpuHigh") { Fires = [Grow(Idle, 60 * 0.19)], Quiet = [Grow(Idle, 60 * 0.21)], Labels = "instance=n1", Value = "81%" },
        new("NodeMemoryHigh") { Fires = Memory(9), Quiet = Memory(11), Labels = "instance=n1", Value = "91%", FromStart = true },
        new("NodeDiskFilling") { Fires = Free(14), Quiet = Free(15), Labels = DiskLabels, Value = "14%", FromStart = true },
        new("NodeDiskFull") { Fires = Free(7), Quiet = Free(8), Labels = DiskLabels, Value = "7%", FromStart = true },
        // Volumes of pods have alerts of their own.
        new("NodeDiskFull") { Fires = Free(7), Quiet = [Hold("""node_filesystem_avail_bytes{fstype="ext4",mountpoint="/var/lib/kubelet/pods/x"}""", 1), Hold("""node_filesystem_size_bytes{fstype="ext4",mountpoint="/var/lib/kubelet/pods/x"}""", 100)], Labels = DiskLabels, Value = "7%" },
        new("NodeClockNotSynchronised") { Fires = Clock(0, 16), Quiet = Clock(0, 15), Labels = "instance=n1", FromStart = true },
    ];

    private const string Idle = """node_cpu_seconds_total{instance="n1",cpu="0",mode="idle"}""";

    private static string Condition(string condition, string status) => $$"""kube_node_status_condition{node="n1",condition="{{condition}}",status="{{status}}"}""";

    private static AlertSeries[] Memory(double available) => [Hold("""node_memory_MemAvailable_bytes{instance="n1"}""", available), Hold("""node_memory_MemTotal_bytes{instance="n1"}""", 100)];

    private static AlertSeries[] Free(double available) => [Hold($"node_filesystem_avail_bytes{{{Disk}}}", available), Hold($"node_filesystem_size_bytes{{{Disk}}}", 100)];

    private static AlertSeries[] Clock(double synchronised, double error) => [Hold("""node_timex_sync_status{instance="n1"}""", synchronised), Hold("""node_timex_maxerror_seconds{instance="n1"}""", error)];
}
