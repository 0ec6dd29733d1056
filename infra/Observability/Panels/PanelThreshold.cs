namespace Clawdbot.Infra.Observability.Panels;

/// <summary>A value at which the colour of a panel changes.</summary>
/// <param name="Value">The value, in the unit of the panel.</param>
/// <param name="Severity">Severity of the alert, which chooses the colour.</param>
/// <param name="Alert">Alert that fires on the same value.</param>
public sealed record PanelThreshold(double Value, AlertSeverity Severity, string Alert)
{
    /// <summary>Colour on the bad side of the value.</summary>
    public string Color => Severity switch
    {
        AlertSeverity.Critical => "red",
        AlertSeverity.Warning => "orange",
        _ => "blue",
    };
}
