using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Observability;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Observability;

/// <summary>Alerts for what a failure of which people would notice first.</summary>
internal sealed class AlertsPresent() : StackRule(new PolicyMetadata("alerts-present")
{
    Title = "Router, model servers and etcd have alerts, and the alerts have a watchdog",
    Description = "Without them users are the monitoring. And a monitoring that is down sends nothing, which looks like everything is well.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("B3"), FrameworkReference.Clawdbot("C9.12")],
    Remedy = "Add a PrometheusRule with alerts on it.",
    Url = "https://prometheus.io/docs/practices/alerting/",
})
{
    private static readonly string[] Constants = ["vector(1)", "1", "1==1", "1>0"];

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var parts = stack.View(s => new MonitoredParts(s));
        if (!parts.AreWatched)
        {
            return;
        }

        var alerts = StackAlerts.In(stack);
        Require(parts.Routers, alerts, "clawdbot_router_up", "the Router", report);
        Require([.. parts.ModelServers.Where(IsVllm)], alerts, "vllm:", "the model servers", report);
        Require(parts.EtcdMembers, alerts, "etcd_", "etcd", report);
        report.Part(null, () =>
        {
            if (parts.Routers.Count > 0 && !alerts.Any(expression => Constants.Contains(expression.Replace(" ", "", StringComparison.Ordinal).Trim(), StringComparer.Ordinal)))
            {
                report.Violation(null, "The watchdog", "not there", "an alert that always fires, with the expression vector(1)");
            }
        });
    }

    private static void Require(IReadOnlyList<Workload> workloads, StackAlerts alerts, string metric, string part, RuleReport report) => report.Part(null, () =>
    {
        if (workloads.Count > 0 && !alerts.Any(expression => expression.Contains(metric, StringComparison.Ordinal)))
        {
            report.Violation(workloads[0].Owner.Resource, $"The alert on {part}", "not there", $"one whose expression has {metric}");
        }
    });

    // Other servers name their metrics in their own way.
    private static bool IsVllm(Workload workload) => !workload.Pod["containers"].IsUnreadable && workload.Pod["containers"].Items.Any(container =>
        container["image"] is { IsUnreadable: false, Text: { } image } && image.Contains("vllm", StringComparison.Ordinal));
}
