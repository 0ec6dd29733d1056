namespace Clawdbot.Infra.Observability.Panels;

/// <summary>How a panel shows its figures.</summary>
public enum PanelKind
{
    /// <summary>Lines over time.</summary>
    Graph,

    /// <summary>The newest figure, large.</summary>
    Figure,
}
