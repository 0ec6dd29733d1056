using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Observability;

namespace Clawdbot.Policies.Rules.Observability;

/// <summary>Alerts outlast a failed scrape.</summary>
internal sealed class AlertDuration() : KubernetesRule(new PolicyMetadata("alert-duration")
{
    Title = "Alerts wait until their cause has lasted a minute",
    Description = "An alert that fires on a single sample wakes people for a scrape that failed or a pod that restarted; after some nights nobody looks.",
    Severity = PolicySeverity.Low,
    Frameworks = [FrameworkReference.Clawdbot("B3")],
    Remedy = "Set `for` to two scrape intervals or more.",
    Url = "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
    Settings =
    [
        new RuleSetting(MinimumSeconds, RuleSettingKind.Number, "Shortest time in seconds.") { Default = ObservabilityDefaults.ShortestSeconds, Minimum = 0, Maximum = 3600 },
    ],
}, "PrometheusRule")
{
    private const string MinimumSeconds = "minimumSeconds";

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report) => report.Each(item.Resource, AlertRule.Of(item), alert =>
    {
        // What is for the record, or for programs, wakes nobody.
        if (alert.IsTechnical || alert.Severity.Text is "info" or "none")
        {
            return;
        }

        var shortest = report.Number(MinimumSeconds);
        var duration = alert.Root["for"];
        if ((PrometheusDuration.Seconds(duration.Scalar) ?? 0) < shortest)
        {
            report.Violation(duration, $"{shortest.ToString(CultureInfo.InvariantCulture)}s or more");
        }
    });
}
