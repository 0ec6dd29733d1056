using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>Cards (C4, C9.3).</summary>
internal static class GpuCases
{
    private const string Card = "job=dcgm-exporter,gpu=0,Hostname=n1";

    internal static AlertCase[] All { get; } =
    [
        new("GpuExporterAbsent") { Fires = [Hold("up", 1)], Quiet = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 40)], Labels = "job=dcgm-exporter", FromStart = true },
        new("GpuMissing") { Fires = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 40)], Quiet = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 40), Hold(Of("DCGM_FI_DEV_GPU_TEMP", 1), 40)], Labels = "Hostname=n1", Value = "1", FromStart = true },
        new("GpuHot") { Fires = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 86)], Quiet = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 85)], Labels = Card, Value = "86", FromStart = true },
        new("GpuOverheating") { Fires = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 91)], Quiet = [Hold(Of("DCGM_FI_DEV_GPU_TEMP"), 90)], Labels = Card, Value = "91" },
        new("GpuMemoryHigh") { Fires = Memory(86, 14), Quiet = Memory(85, 15), Labels = Card, Value = "86%", FromStart = true },
        new("GpuXidHardware") { Fires = [Change(Of("DCGM_FI_DEV_XID_ERRORS"), 0, 79)], Quiet = [Change(Of("DCGM_FI_DEV_XID_ERRORS"), 0, 31)], Labels = Card, Value = "79" },
        // The exporter shows the last code for ever: an old one is no news.
        new("GpuXidHardware") { Fires = [Change(Of("DCGM_FI_DEV_XID_ERRORS"), 31, 48)], Quiet = [Hold(Of("DCGM_FI_DEV_XID_ERRORS"), 48)], Labels = Card, Value = "48" },
        new("GpuXidApplication") { Fires = [Change(Of("DCGM_FI_DEV_XID_ERRORS"), 0, 31)], Quiet = [Change(Of("DCGM_FI_DEV_XID_ERRORS"), 0, 79)], Labels = Card, Value = "31" },
        new("GpuRowRemapFailed") { Fires = [Hold(Of("DCGM_FI_DEV_ROW_REMAP_FAILURE"), 1)], Quiet = [Hold(Of("DCGM_FI_DEV_ROW_REMAP_FAILURE"), 0)], Labels = Card },
        new("GpuUncorrectableErrors") { Fires = [Change(Of("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS"), 2, 3)], Quiet = [Hold(Of("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS"), 2)], Labels = Card },
        new("GpuPcieReplays") { Fires = [Grow(Of("DCGM_FI_DEV_PCIE_REPLAY_COUNTER"), 1)], Quiet = [Grow(Of("DCGM_FI_DEV_PCIE_REPLAY_COUNTER"), 0.6)], Labels = Card, Value = "15" },
        new("GpuDoubleBitErrors") { Fires = [Change(Of("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"), 0, 1)], Quiet = [Hold(Of("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"), 1)], Labels = Card },
        new("GpuPowerThrottled") { Fires = [Grow(Of("DCGM_FI_DEV_POWER_VIOLATION"), 1000)], Quiet = [Hold(Of("DCGM_FI_DEV_POWER_VIOLATION"), 1000)], Labels = Card },
        new("GpuThermalThrottled") { Fires = [Grow(Of("DCGM_FI_DEV_THERMAL_VIOLATION"), 1000)], Quiet = [Hold(Of("DCGM_FI_DEV_THERMAL_VIOLATION"), 1000)], Labels = Card },
    ];

    private static string Of(string metric, int gpu = 0) => $$"""{{metric}}{job="dcgm-exporter",gpu_sku="a10",gpu="{{gpu}}",Hostname="n1"}""";

    private static AlertSeries[] Memory(double used, double free) => [Hold(Of("DCGM_FI_DEV_FB_USED"), used), Hold(Of("DCGM_FI_DEV_FB_FREE"), free)];
}
