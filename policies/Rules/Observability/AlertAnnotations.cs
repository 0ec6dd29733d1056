using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Observability;

namespace Clawdbot.Policies.Rules.Observability;

/// <summary>What an alert tells the person whom it wakes.</summary>
internal sealed class AlertAnnotations() : KubernetesRule(new PolicyMetadata("alert-annotations")
{
    Title = "Alerts say how bad it is, what it means and what to do",
    Description = "Alertmanager routes by severity; an alert without one reaches nobody in particular. Without a runbook each person finds out anew what to do.",
    Severity = PolicySeverity.Low,
    Frameworks = [FrameworkReference.Clawdbot("B3"), FrameworkReference.Clawdbot("A6")],
    Remedy = "Give the alert the label severity (critical, warning or info) and the annotations summary, description and runbook_url.",
    Url = "https://prometheus.io/docs/practices/alerting/",
    Settings =
    [
        new RuleSetting(Severities, RuleSettingKind.Texts, "Severities that are accepted.") { Default = ObservabilityDefaults.Severities },
    ],
}, "PrometheusRule")
{
    private const string Severities = "severities";

    private static readonly string[] Annotations = ["summary", "description", "runbook_url"];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report) => report.Each(item.Resource, AlertRule.Of(item), alert =>
    {
        // kube-prometheus gives "none" to alerts that are for programs.
        var severities = report.Texts(Severities);
        if (!severities.Contains(alert.Severity.Text ?? "", StringComparer.Ordinal) && !(alert.IsTechnical && alert.Severity.Text == "none"))
        {
            report.Violation(alert.Severity, string.Join(", ", severities));
        }

        foreach (var key in Annotations.Where(key => string.IsNullOrWhiteSpace(alert.Root["annotations"][key].Scalar)))
        {
            report.Violation(alert.Root["annotations"][key], key == "runbook_url" ? "the address of a runbook" : "a sentence");
        }
    });
}
