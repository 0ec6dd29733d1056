using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on what Kubernetes says about model servers.</summary>
internal static class PoolPodAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.OnKubernetes ? plan.Pools.SelectMany(For) : [];

    private static IEnumerable<AlertRule> For(AlertedPool pool)
    {
        // A pod of a Deployment has two hashes behind the name; anchored, so that pool "qwen" does not take the pods of "qwen-14b".
        var pods = $"{Is("namespace", WellKnownNamespaces.Models)},{Matches("pod", $"{pool.Name}-[a-z0-9]+-[a-z0-9]{{5}}")}";
        var container = $"{pods},{Is("container", ModelPoolDefaults.Program)}";
        var deployment = $"{Is("namespace", WellKnownNamespaces.Models)},{Is("deployment", pool.Name)}";
        var replacement = Rounded(pool.StartupSeconds + ModelPoolDefaults.ImagePullSeconds);
        return new AlertRule[]
        {
            new("ModelServerStartSlow", AlertSeverity.Warning, Minutes(1),
                $$"""
                time() - kube_pod_container_state_started{{{container}}} > {{pool.SlowStartSeconds}}
                and on (namespace, pod) kube_pod_status_ready{{{pods}},condition="true"} == 0
                """,
                $"Model server {Label("pod")} has been starting for {Duration}",
                $"Expected are {pool.LoadSeconds} s; at {pool.StartupSeconds} s the start-up probe gives up and the start begins again."),
            new("ModelServerRestarting", AlertSeverity.Critical, Minutes(1),
                $$"""increase(kube_pod_container_status_restarts_total{{{container}}}[1h]) > {{Defaults.Restarts}}""",
                $"Model server {Label("pod")} restarts again and again",
                $"More than {Defaults.Restarts} times in an hour: it does not start, or dies soon after; each attempt costs about {pool.LoadSeconds} s."),
            new("ModelServerOutOfMemory", AlertSeverity.Warning, Minutes(1),
                $$"""
                kube_pod_container_status_last_terminated_reason{{{container}},reason="OOMKilled"} == 1
                and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total{{{container}}}[30m]) > 0
                """,
                $"Model server {Label("pod")} was killed for its host memory",
                "The pod went over its memory limit. This is main memory, not that of the card: reading weights and long tokenizer queues need it."),
            new("PoolReplicasUnavailable", AlertSeverity.Warning, replacement,
                $$"""kube_deployment_status_replicas_available{{{deployment}}} < kube_deployment_spec_replicas{{{deployment}}}""",
                $"Pool {pool.Name} has only {Value} servers",
                $"It is short for longer than pulling the image and starting take ({Period(replacement)}); the plan has {pool.Replicas}."),
            new("PoolPodsUnschedulable", AlertSeverity.Warning, Minutes(15),
                $$"""kube_pod_status_unschedulable{{{pods}}} == 1""",
                $"No node has room for {Label("pod")}",
                $"It needs a node with free {pool.Sku} cards, the processor cores and the memory of the plan."),
        }.Select(rule => rule with { Labels = PoolAlerts.LabelsOf(pool) });
    }

    private static int Rounded(int seconds) => (seconds + 59) / 60 * 60;
}
