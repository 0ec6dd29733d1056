using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>One dashboard.</summary>
/// <param name="Name">DNS label: part of the name of its ConfigMap and of its uid in Grafana.</param>
/// <param name="Title">Heading.</param>
/// <param name="Variables">Choices above it.</param>
/// <param name="Rows">Its rows; those without panels are left out.</param>
public sealed record Dashboard(string Name, string Title, ImmutableArray<DashboardVariable> Variables, ImmutableArray<PanelRow> Rows)
{
    /// <summary>All panels, without the headings of rows.</summary>
    public IEnumerable<Panel> Panels => Rows.SelectMany(row => row.Panels);

    /// <summary>Identity in Grafana, at most 40 characters; links stay good when the heading changes.</summary>
    public string Uid => $"clawdbot-{Name}";
}
