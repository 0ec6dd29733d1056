using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>One panel of a dashboard.</summary>
public sealed record Panel
{
    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows and what to make of it; people read it behind the small "i".</summary>
    public required string Description { get; init; }

    /// <summary>How it shows its figures.</summary>
    public required PanelKind Kind { get; init; }

    /// <summary>Unit, one of <see cref="PanelUnits"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>The queries, at least one.</summary>
    public required ImmutableArray<PanelTarget> Targets { get; init; }

    /// <summary>Columns of the grid.</summary>
    /// <value>1 to <see cref="DashboardsDefaults.Columns"/>.</value>
    public required int Width { get; init; }

    /// <summary>Lines of the grid.</summary>
    public required int Height { get; init; }

    /// <summary>Values at which an alert fires.</summary>
    /// <value>Empty by default.</value>
    public ImmutableArray<PanelThreshold> Thresholds { get; init; } = [];

    /// <summary>Whether values below the thresholds are the bad ones.</summary>
    /// <value>Default: false, those above are.</value>
    public bool LowIsBad { get; init; }

    /// <summary>Lines over time, a third of the width.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="targets">The queries.</param>
    public static Panel Graph(string title, string unit, string description, params ImmutableArray<PanelTarget> targets) => new()
    {
        Title = title,
        Unit = unit,
        Description = description,
        Targets = targets,
        Kind = PanelKind.Graph,
        Width = DashboardsDefaults.GraphWidth,
        Height = DashboardsDefaults.GraphHeight,
    };

    /// <summary>The newest figure, a sixth of the width.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="targets">The queries.</param>
    public static Panel Figure(string title, string unit, string description, params ImmutableArray<PanelTarget> targets) => new()
    {
        Title = title,
        Unit = unit,
        Description = description,
        Targets = targets,
        Kind = PanelKind.Figure,
        Width = DashboardsDefaults.FigureWidth,
        Height = DashboardsDefaults.FigureHeight,
    };

    /// <summary>The same panel with one more value from which it is bad.</summary>
    /// <param name="value">The value.</param>
    /// <param name="severity">Severity of the alert.</param>
    /// <param name="alert">Name of the alert.</param>
    public Panel Above(double value, AlertSeverity severity, string alert) => this with { Thresholds = Thresholds.Add(new(value, severity, alert)) };

    /// <summary>The same panel with one more value below which it is bad.</summary>
    /// <param name="value">The value.</param>
    /// <param name="severity">Severity of the alert.</param>
    /// <param name="alert">Name of the alert.</param>
    public Panel Below(double value, AlertSeverity severity, string alert) => Above(value, severity, alert) with { LowIsBad = true };
}
