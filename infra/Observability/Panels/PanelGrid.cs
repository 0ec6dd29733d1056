using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>Places of panels in Grafana's grid: from left to right, a new line where the next one does not fit.</summary>
internal static class PanelGrid
{
    /// <summary>The places, and the first line below them.</summary>
    /// <param name="panels">The panels.</param>
    /// <param name="top">First line.</param>
    internal static (ImmutableArray<(Panel Panel, int X, int Y)> Places, int Bottom) Place(ImmutableArray<Panel> panels, int top)
    {
        var places = ImmutableArray.CreateBuilder<(Panel, int, int)>(panels.Length);
        var (x, y, height) = (0, top, 0);
        foreach (var panel in panels)
        {
            if (x + panel.Width > DashboardsDefaults.Columns)
                (x, y, height) = (0, y + height, 0);
            places.Add((panel, x, y));
            x += panel.Width;
            height = Math.Max(height, panel.Height);
        }
        return (places.MoveToImmutable(), y + height);
    }
}
