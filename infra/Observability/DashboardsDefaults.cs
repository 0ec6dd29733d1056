using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Observability;

/// <summary>Choices of <see cref="Dashboards"/>.</summary>
public static class DashboardsDefaults
{
    /// <summary>Label by which Grafana's sidecar finds ConfigMaps (grafana chart, <c>sidecar.dashboards.label</c>; the values of kube-prometheus-stack here set the same).</summary>
    public const string SidecarLabel = "grafana_dashboard";

    /// <summary>Value of that label (<c>sidecar.dashboards.labelValue</c>).</summary>
    public const string SidecarValue = "1";

    /// <summary>Role of the ConfigMaps.</summary>
    public const string Component = "dashboard";

    /// <summary>Tag by which the dashboards link to each other.</summary>
    public const string Tag = "clawdbot";

    /// <summary>The last version of this schema (grafana/grafana, DashboardMigrator.ts, since Grafana 12); older releases ignore what they do not know.</summary>
    public const int SchemaVersion = 42;

    /// <summary>Columns of Grafana's grid.</summary>
    public const int Columns = 24;

    /// <summary>Columns of a graph: three beside each other.</summary>
    public const int GraphWidth = 8;

    /// <summary>Lines of a graph.</summary>
    public const int GraphHeight = 8;

    /// <summary>Columns of a figure: six beside each other.</summary>
    public const int FigureWidth = 4;

    /// <summary>Lines of a figure.</summary>
    public const int FigureHeight = 4;

    /// <summary>
    /// Bytes of one dashboard, written as a text inside JSON. A ConfigMap holds 1 MiB, but <c>kubectl apply</c> keeps a copy of the object in an
    /// annotation, and annotations hold 256 KiB in all (apimachinery, <c>TotalAnnotationSizeLimitB</c>); a sixteenth stays free for the rest of the object.
    /// </summary>
    public const int LargestBytes = 256 * 1024 * 15 / 16;

    /// <summary>Seconds between two refreshes: the scrape interval; faster shows nothing new.</summary>
    public const int RefreshSeconds = PrometheusAlertsDefaults.ScrapeSeconds;

    /// <summary>Hours shown at first: long enough to see what came before an alert.</summary>
    public const int RangeHours = 6;

    /// <summary>Sensible seconds between refreshes.</summary>
    public static IntegerRange RefreshRange { get; } = new(5, 3600);

    /// <summary>Sensible hours: up to a month, which is longer than Prometheus keeps by default.</summary>
    public static IntegerRange HoursRange { get; } = new(1, 720);
}
