using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Alerts;

namespace Clawdbot.Infra.Observability;

/// <summary>All alerts of a plan.</summary>
public static class AlertCatalog
{
    /// <summary>The groups, each with the rules that concern what the plan contains; empty groups are left out.</summary>
    /// <param name="plan">The plan; must obey <see cref="PrometheusAlertsRules"/>.</param>
    public static ImmutableArray<AlertGroup> For(AlertingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. new AlertGroup[]
            {
                new("clawdbot-gateway", [.. GatewayAlerts.For(plan)]),
                new("clawdbot-budget", [.. BudgetAlerts.For(plan)]),
                new("clawdbot-pools", [.. PoolAlerts.For(plan), .. PoolPodAlerts.For(plan)]),
                new("clawdbot-gpus", [.. GpuAlerts.For(plan)]),
                new("clawdbot-nodes", [.. NodeAlerts.For(plan)]),
                new("clawdbot-etcd", [.. EtcdAlerts.For(plan)]),
                new("clawdbot-storage", [.. StorageAlerts.For(plan)]),
                new("clawdbot-certificates", [.. CertificateAlerts.For(plan)]),
                new("clawdbot-assistant", [.. AssistantAlerts.For(plan)]),
                new("clawdbot-autoscaling", [.. AutoscalingAlerts.For(plan)]),
                new("clawdbot-monitoring", [.. MonitoringAlerts.For(plan)]),
            }.Where(group => !group.Rules.IsEmpty).Select(group => group with { Rules = [.. group.Rules.Select(rule => Patient(rule, plan))] }),
        ];
    }

    /// <summary>With slow scrapes a minute is a single sample.</summary>
    private static AlertRule Patient(AlertRule rule, AlertingPlan plan) =>
        rule with { ForSeconds = Math.Max(rule.ForSeconds, plan.ScrapeSeconds * PrometheusAlertsDefaults.LeastScrapes) };
}
