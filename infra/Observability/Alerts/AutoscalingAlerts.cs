using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on KEDA and the autoscalers that it makes.</summary>
internal static class AutoscalingAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.OnKubernetes ? plan.ScaledPools.SelectMany(For) : [];

    private static IEnumerable<AlertRule> For(AlertedPool pool)
    {
        var scaler = $"{Is("namespace", WellKnownNamespaces.Models)},{Is("horizontalpodautoscaler", $"keda-hpa-{pool.Name}")}";
        return new AlertRule[]
        {
            new("ScalerFailing", AlertSeverity.Warning, Minutes(5),
                $$"""sum(increase(keda_scaler_detail_errors_total{scaledObject="{{pool.Name}}"}[5m])) > 0""",
                $"KEDA cannot read the queue of pool {pool.Name}",
                $"It falls back to the number of servers it has ({pool.MinReplicas} to {pool.MaxReplicas}) and does not react to the load. Usually Prometheus does not answer."),
            new("ScalerInactive", AlertSeverity.Warning, Minutes(10),
                $$"""kube_horizontalpodautoscaler_status_condition{{{scaler}},condition="ScalingActive",status="false"} == 1""",
                $"The autoscaler of pool {pool.Name} does not scale",
                "It cannot get its metric, or the target has no replicas."),
            new("ScalerAtMaximum", AlertSeverity.Warning, Minutes(30),
                $$"""kube_horizontalpodautoscaler_status_current_replicas{{{scaler}}} >= {{pool.MaxReplicas}}""",
                $"Pool {pool.Name} has had all its {pool.MaxReplicas} servers for 30 minutes",
                "Further load waits in the queue. Raise maxReplicas if nodes and budget allow it, or look for who sends so much."),
        }.Select(rule => rule with { Labels = PoolAlerts.LabelsOf(pool) });
    }
}
