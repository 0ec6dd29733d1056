namespace Clawdbot.Infra.Observability;

/// <summary>Diagnostic ids of dashboards, CB2630 to CB2639.</summary>
public static class DashboardsDiagnosticIds
{
    /// <summary>A dashboard that does not fit into a ConfigMap.</summary>
    public const string TooLarge = "CB2630";
}
