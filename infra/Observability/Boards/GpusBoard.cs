using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Panels;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>Cards, from the DCGM exporter (C4, C9.3).</summary>
internal static class GpusBoard
{
    private const string Chosen = """{job="dcgm-exporter",gpu_sku=~"$sku"}""";
    private const string Card = "{{Hostname}} GPU {{gpu}}";

    internal static Dashboard For(AlertingPlan plan) => new("gpus", "Clawdbot / GPUs",
        [new("sku", "GPU", """DCGM_FI_DEV_GPU_TEMP{job="dcgm-exporter"}""", "gpu_sku")],
        plan.Gpus.IsEmpty ? [] :
        [
            new("Load and heat", Load()),
            new("Errors", Errors(plan.GpuCounters)),
            .. plan.Gpus.Select(gpus => new PanelRow($"Cards {gpus.Sku}", Planned(gpus))),
        ]);

    private static ImmutableArray<Panel> Load() =>
    [
        Panel.Graph("Temperature", PanelUnits.Celsius, $"Above {Defaults.GpuHotCelsius} degrees the Router gives the node at most 30 % of its base weight.",
            new PanelTarget($"DCGM_FI_DEV_GPU_TEMP{Chosen}", Card))
            .Above(Defaults.GpuHotCelsius, AlertSeverity.Warning, "GpuHot").Above(Defaults.GpuCriticalCelsius, AlertSeverity.Critical, "GpuOverheating"),
        Panel.Graph("Busy", PanelUnits.Percent, "Share of time with a running kernel. A loaded model server is near 100 % whatever it achieves, so look at the tensor cores too.",
            new PanelTarget($"DCGM_FI_DEV_GPU_UTIL{Chosen}", Card)),
        Panel.Graph("Tensor cores busy", PanelUnits.Share, "Share of cycles in which tensor cores work; only data-centre cards count it.",
            new PanelTarget($"DCGM_FI_PROF_PIPE_TENSOR_ACTIVE{Chosen}", Card)),
        Panel.Graph("Power", PanelUnits.Watts, "Power of each card.",
            new PanelTarget($"DCGM_FI_DEV_POWER_USAGE{Chosen}", Card)) with { Width = 12 },
        Panel.Graph("Memory transfers", PanelUnits.Share, "Share of cycles in which memory transfers; writing tokens is bound by it.",
            new PanelTarget($"DCGM_FI_PROF_DRAM_ACTIVE{Chosen}", Card)) with { Width = 12 },
    ];

    private static ImmutableArray<Panel> Errors(ImmutableArray<string> counters)
    {
        ImmutableArray<Panel> panels =
        [
            Panel.Graph("Last XID", PanelUnits.Number, "Code of the last error; it stays until the exporter restarts, so only a change is news.",
                new PanelTarget($"DCGM_FI_DEV_XID_ERRORS{Chosen}", Card)),
            Panel.Graph("Repeated PCIe transfers", PanelUnits.Count, "In the last 15 minutes; a sound link has none.",
                new PanelTarget($"increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER{Chosen}[15m])", Card)).Above(Defaults.PcieReplays, AlertSeverity.Warning, "GpuPcieReplays"),
            Panel.Graph("Replaced memory rows", PanelUnits.Count, "Rows replaced after errors that could not be corrected, since the card was made.",
                new PanelTarget($"DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS{Chosen}", Card)),
        ];
        if (counters.Contains("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"))
        {
            panels = panels.Add(Panel.Graph("Uncorrectable memory errors", PanelUnits.Count, "In the last hour; each ends the programs on the card.",
                new PanelTarget($"increase(DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{Chosen}[1h])", Card)).Above(0, AlertSeverity.Critical, "GpuDoubleBitErrors"));
        }
        if (counters.Contains("DCGM_FI_DEV_THERMAL_VIOLATION"))
        {
            panels = panels.Add(Panel.Graph("Slowed by heat", PanelUnits.Share, "Share of time in which heat slows the card; the exporter counts nanoseconds.",
                new PanelTarget($"rate(DCGM_FI_DEV_THERMAL_VIOLATION{Chosen}[{Window}]) / 1e9", Card)));
        }
        if (counters.Contains("DCGM_FI_DEV_POWER_VIOLATION"))
        {
            panels = panels.Add(Panel.Graph("Slowed by the power limit", PanelUnits.Share, "Share of time in which the power limit slows the card.",
                new PanelTarget($"rate(DCGM_FI_DEV_POWER_VIOLATION{Chosen}[{Window}]) / 1e9", Card)));
        }
        return panels;
    }

    private static ImmutableArray<Panel> Planned(AlertedGpus gpus)
    {
        var own = $$"""{job="dcgm-exporter",gpu_sku="{{gpus.Sku}}"}""";
        return
        [
            Panel.Graph("Memory", PanelUnits.Share, $"The plan takes {AlertText.Share(gpus.MemoryLimit)} of each card (item 3 of the production checklist).",
                new PanelTarget($"DCGM_FI_DEV_FB_USED{own} / (DCGM_FI_DEV_FB_USED{own} + DCGM_FI_DEV_FB_FREE{own})", Card)).Above(gpus.MemoryLimit, AlertSeverity.Warning, "GpuMemoryHigh") with { Width = 16 },
            Panel.Graph("Cards of each node", PanelUnits.Count, $"The plan has {gpus.PerNode}; a card that fell off the bus is missing here.",
                new PanelTarget($"count by (Hostname) (DCGM_FI_DEV_GPU_TEMP{own})", "{{Hostname}}")).Below(gpus.PerNode, AlertSeverity.Critical, "GpuMissing"),
        ];
    }
}
