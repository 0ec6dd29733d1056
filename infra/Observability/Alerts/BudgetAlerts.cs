using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>
/// Alerts on the error budget: each looks at a long window for the cost and at a short one to end soon after the cause.
/// Windows and factors are those of the SRE workbook, chapter "Alerting on SLOs"; factor 14.4 spends 2 % of a month's budget in an hour.
/// </summary>
internal static class BudgetAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.Gateway is not { } gateway ? [] :
    [
        Burn("ErrorBudgetBurnHour", AlertSeverity.Critical, Minutes(2), gateway, Hours(1), Minutes(5), Defaults.FastBurn),
        Burn("ErrorBudgetBurnQuarterDay", AlertSeverity.Critical, Minutes(15), gateway, Hours(6), Minutes(30), 6),
        Burn("ErrorBudgetBurnDay", AlertSeverity.Warning, Hours(1), gateway, Hours(24), Hours(2), 3),
        Burn("ErrorBudgetBurnThreeDays", AlertSeverity.Warning, Hours(3), gateway, Hours(72), Hours(6), 1),
    ];

    private static AlertRule Burn(string name, AlertSeverity severity, int forSeconds, AlertedGateway gateway, int longSeconds, int shortSeconds, double factor)
    {
        var budget = 1 - gateway.Objective;
        var limit = Number(budget * factor);
        return new AlertRule(name, severity, forSeconds,
            $"""
            {Ratio(longSeconds)} > {limit}
            and {Ratio(shortSeconds)} > {limit}
            and {Failures(longSeconds)} > {Defaults.LeastFailures}
            """,
            $"{Percent} of requests failed in the last {Period(longSeconds)}",
            $"The objective of {Share(gateway.Objective)} allows {Share(budget)}; this is more than {Number(factor)} times as much, over {Period(longSeconds)} and still over the last {Period(shortSeconds)}. At this rate the budget of 30 days is gone in {Number(Math.Round(30 / factor, 1))} days.");
    }

    private static string Ratio(int seconds) =>
        $$"""sum(rate(clawdbot_requests_total{job="clawdbot",status=~"5.."}[{{Period(seconds)}}])) / sum(rate(clawdbot_requests_total{job="clawdbot"}[{{Period(seconds)}}]))""";

    private static string Failures(int seconds) =>
        $$"""sum(increase(clawdbot_requests_total{job="clawdbot",status=~"5.."}[{{Period(seconds)}}]))""";
}
