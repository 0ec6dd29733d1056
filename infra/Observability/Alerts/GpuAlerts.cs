using System.Collections.Immutable;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on cards, from the DCGM exporter.</summary>
internal static class GpuAlerts
{
    private const string Card = "GPU {{ $labels.gpu }} of {{ $labels.Hostname }}";

    internal static IEnumerable<AlertRule> For(AlertingPlan plan) =>
        plan.Gpus.SelectMany(gpus => new[] { Exporter(gpus), Heat(gpus), Errors(gpus), Optional(gpus, plan.GpuCounters) }
            .SelectMany(rules => rules)
            .Select(rule => rule with { Labels = ImmutableSortedDictionary<string, string>.Empty.Add("gpu_sku", gpus.Sku) }));

    private static string Select(AlertedGpus gpus) => $$"""{job="dcgm-exporter",gpu_sku="{{gpus.Sku}}"}""";

    private static IEnumerable<AlertRule> Exporter(AlertedGpus gpus) =>
    [
        new("GpuExporterAbsent", AlertSeverity.Warning, Minutes(5),
            $"absent(DCGM_FI_DEV_GPU_TEMP{Select(gpus)})",
            $"No DCGM exporter reports {gpus.Sku} cards",
            "Temperature, errors and memory of these cards are unknown, and the Router weighs their nodes without them."),
        new("GpuMissing", AlertSeverity.Critical, Minutes(5),
            $"count by (Hostname) (DCGM_FI_DEV_GPU_TEMP{Select(gpus)}) < {gpus.PerNode}",
            $"Node {Label("Hostname")} has only {Value} of {gpus.PerNode} {gpus.Sku} cards",
            $"The plan has {gpus.PerNode} in each node. A card that fell off the bus (XID 79) disappears like this."),
    ];

    private static IEnumerable<AlertRule> Heat(AlertedGpus gpus) =>
    [
        new("GpuHot", AlertSeverity.Warning, Minutes(2),
            $"DCGM_FI_DEV_GPU_TEMP{Select(gpus)} > {Defaults.GpuHotCelsius}",
            $"{Card} has {Value} degrees Celsius",
            $"Above {Defaults.GpuHotCelsius} degrees the Router gives its node at most 30 % of its base weight."),
        new("GpuOverheating", AlertSeverity.Critical, Minutes(1),
            $"DCGM_FI_DEV_GPU_TEMP{Select(gpus)} > {Defaults.GpuCriticalCelsius}",
            $"{Card} has {Value} degrees Celsius",
            $"Above {Defaults.GpuCriticalCelsius} degrees the card is about to slow down and then to switch off."),
        new("GpuMemoryHigh", AlertSeverity.Warning, Minutes(10),
            $"DCGM_FI_DEV_FB_USED{Select(gpus)} / (DCGM_FI_DEV_FB_USED{Select(gpus)} + DCGM_FI_DEV_FB_FREE{Select(gpus)}) > {Number(gpus.MemoryLimit)}",
            $"{Percent} of the memory of {Card} is in use",
            $"The plan takes {Share(gpus.MemoryLimit)} (item 3 of the production checklist); what is above it belongs to nobody in the plan, and the next allocation may fail."),
    ];

    private static IEnumerable<AlertRule> Errors(AlertedGpus gpus) =>
    [
        new("GpuXidHardware", AlertSeverity.Critical, Minutes(1), Xid(gpus, Defaults.HardwareXids),
            $"{Card} reported hardware error XID {Value}",
            $"One of {string.Join(", ", Defaults.HardwareXids)}: the card must be reset or replaced. The exporter keeps the last code, so the alert looks for changes in the last 15 minutes."),
        new("GpuXidApplication", AlertSeverity.Warning, Minutes(1), Xid(gpus, Defaults.ApplicationXids),
            $"{Card} reported XID {Value}",
            $"One of {string.Join(", ", Defaults.ApplicationXids)}: the program failed on the card, or a memory error was contained. The server must restart; the card may stay."),
        new("GpuRowRemapFailed", AlertSeverity.Critical, Minutes(1),
            $"DCGM_FI_DEV_ROW_REMAP_FAILURE{Select(gpus)} > 0",
            $"{Card} has no spare memory rows left",
            "A faulty row could not be replaced: uncorrectable errors will return. Replace the card."),
        new("GpuUncorrectableErrors", AlertSeverity.Warning, Minutes(1),
            $"increase(DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS{Select(gpus)}[1h]) > 0",
            $"{Card} replaced memory rows after uncorrectable errors",
            "The replacement is complete only after a reset of the card; until then errors may hit again."),
        new("GpuPcieReplays", AlertSeverity.Warning, Minutes(1),
            $"increase(DCGM_FI_DEV_PCIE_REPLAY_COUNTER{Select(gpus)}[15m]) > {Defaults.PcieReplays}",
            $"{Card} repeated {Value} PCIe transfers in 15 minutes",
            $"More than {Defaults.PcieReplays} in 15 minutes: a loose card, a bad riser, or heat. Tensor parallel servers on cards without NVLink feel it first."),
    ];

    private static IEnumerable<AlertRule> Optional(AlertedGpus gpus, ImmutableArray<string> counters)
    {
        if (counters.Contains("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"))
        {
            yield return new("GpuDoubleBitErrors", AlertSeverity.Critical, Minutes(1),
                $"increase(DCGM_FI_DEV_ECC_DBE_VOL_TOTAL{Select(gpus)}[1h]) > 0",
                $"{Card} had uncorrectable memory errors",
                "Double-bit errors end the programs on the card. Reset it; when they return, replace it.");
        }
        if (counters.Contains("DCGM_FI_DEV_POWER_VIOLATION"))
        {
            yield return new("GpuPowerThrottled", AlertSeverity.Info, Minutes(15),
                $"rate(DCGM_FI_DEV_POWER_VIOLATION{Select(gpus)}[5m]) > 0",
                $"{Card} has been slowed by its power limit for 15 minutes",
                "Normal for dense prompts on cards with a low limit; a sign of a bad supply when others of the same kind are not slowed.");
        }
        if (counters.Contains("DCGM_FI_DEV_THERMAL_VIOLATION"))
        {
            yield return new("GpuThermalThrottled", AlertSeverity.Warning, Minutes(5),
                $"rate(DCGM_FI_DEV_THERMAL_VIOLATION{Select(gpus)}[5m]) > 0",
                $"{Card} slows down because of heat",
                "Its temperature limit acts: tokens come late until it cools.");
        }
    }

    /// <summary>The gauge keeps the last code for ever, so only a change counts; the code itself is the value that people see.</summary>
    private static string Xid(AlertedGpus gpus, ImmutableArray<int> codes) =>
        $"({string.Join(" or ", codes.Select(code => $"DCGM_FI_DEV_XID_ERRORS{Select(gpus)} == {code}"))}) and changes(DCGM_FI_DEV_XID_ERRORS{Select(gpus)}[15m]) > 0";
}
