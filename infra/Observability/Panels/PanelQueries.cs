using static Clawdbot.Infra.Observability.AlertText;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>Queries that several dashboards ask.</summary>
internal static class PanelQueries
{
    /// <summary>The window that Grafana computes from the scrape interval and the width of the panel: at least four scrapes.</summary>
    internal const string Window = "$__rate_interval";

    /// <summary>A quantile of a histogram.</summary>
    /// <param name="quantile">0 to 1.</param>
    /// <param name="histogram">Name without suffix.</param>
    /// <param name="selector">Matchers with their braces.</param>
    /// <param name="by">Labels that stay apart.</param>
    internal static string Quantile(double quantile, string histogram, string selector, params string[] by) =>
        $"histogram_quantile({Number(quantile)}, sum by ({string.Join(", ", by.Prepend("le"))}) (rate({histogram}_bucket{selector}[{Window}])))";

    /// <summary>The growth of a counter per second.</summary>
    /// <param name="counter">Name.</param>
    /// <param name="selector">Matchers with their braces.</param>
    /// <param name="by">Labels that stay apart; none for the sum of all.</param>
    internal static string Rate(string counter, string selector, params string[] by) => $"sum{By(by)}(rate({counter}{selector}[{Window}]))";

    private static string By(string[] labels) => labels.Length == 0 ? "" : $" by ({string.Join(", ", labels)}) ";
}
