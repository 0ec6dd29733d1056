namespace Clawdbot.Infra.Observability;

/// <summary>Diagnostic ids of alerts and their routing, CB2600 to CB2629.</summary>
public static class ObservabilityDiagnosticIds
{
    /// <summary>A place of runbooks that no link can be made of.</summary>
    public const string InvalidRunbookBase = "CB2600";

    /// <summary>A receiver of alerts that cannot work, or that would need a secret in the configuration.</summary>
    public const string InvalidReceiver = "CB2601";

    /// <summary>Two thresholds in the wrong order.</summary>
    public const string UnorderedThresholds = "CB2602";

    /// <summary>A counter of the GPU exporter for which there is no alert.</summary>
    public const string UnknownGpuCounter = "CB2603";

    /// <summary>An objective that no alert can hold.</summary>
    public const string ImpossibleObjective = "CB2604";
}
