namespace Clawdbot.Infra.Platform;

/// <summary>The diagnostic ids of the platform, CB2730 to CB2749; docs/diagnostics.md explains each.</summary>
public static class PlatformDiagnosticIds
{
    /// <summary>A device plugin for nodes whose image has one.</summary>
    public const string PluginInNodeImage = "CB2730";

    /// <summary>A chart without an exact version.</summary>
    public const string UnpinnedChart = "CB2731";

    /// <summary>A line of the GPU counters that the exporter cannot read.</summary>
    public const string InvalidCounter = "CB2732";

    /// <summary>A volume too small for what Prometheus should keep.</summary>
    public const string RetentionExceedsVolume = "CB2733";

    /// <summary>A node autoscaler that does not know its cluster.</summary>
    public const string UnknownCluster = "CB2734";
}
