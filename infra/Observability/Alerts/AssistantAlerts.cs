using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on the assistant.</summary>
internal static class AssistantAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.Assistant is not { } assistant
        ? []
        : [.. plan.OnKubernetes ? Pod(assistant) : [], .. assistant.HasMetrics ? Work() : []];

    private static IEnumerable<AlertRule> Pod(AlertedAssistant assistant)
    {
        var space = Is("namespace", WellKnownNamespaces.Gateway);
        var deployment = $"{space},{Is("deployment", assistant.Deployment)}";
        var pods = $"{space},{Matches("pod", $"{assistant.Deployment}-[a-z0-9]+-[a-z0-9]{{5}}")}";
        return
        [
            new("AssistantDown", AlertSeverity.Critical, Minutes(3),
                $$"""kube_deployment_status_replicas_available{{{deployment}}} == 0 or absent(kube_deployment_status_replicas_available{{{deployment}}})""",
                "The assistant does not run",
                "It has one replica, because only one may write its state and poll Telegram: until it is back nobody gets an answer. Messages wait at Telegram."),
            new("AssistantRestarting", AlertSeverity.Critical, Minutes(1),
                $$"""increase(kube_pod_container_status_restarts_total{{{pods}}}[1h]) > {{Defaults.Restarts}}""",
                "The assistant restarts again and again",
                $"More than {Defaults.Restarts} times in an hour. Usual reasons: an unknown key in openclaw.json, memory, the state lock of another instance."),
            new("AssistantMemoryHigh", AlertSeverity.Warning, Minutes(10),
                $$"""max by (namespace, pod) (container_memory_working_set_bytes{{{pods}},container!="",container!="POD"}) > {{Number(Defaults.AssistantMemoryShare)}} * {{assistant.MemoryMiB}} * 1024 * 1024""",
                "The assistant is about to reach its memory limit",
                $"More than {Share(Defaults.AssistantMemoryShare)} of {assistant.MemoryMiB} MiB: the kernel kills it at the limit, and a state lock may stay behind."),
        ];
    }

    private static IEnumerable<AlertRule> Work() =>
    [
        new("AssistantMetricsAbsent", AlertSeverity.Warning, Minutes(5),
            """absent(up{job="assistant"} == 1)""",
            "The assistant does not answer scrapes",
            "It is down, or the token of the scrape is wrong; its queue is not watched."),
        new("AssistantQueueSlow", AlertSeverity.Warning, Minutes(5),
            $$"""histogram_quantile(0.95, sum by (le, lane) (rate(openclaw_queue_lane_wait_seconds_bucket{job="assistant"}[5m]))) > {{Defaults.AssistantWaitSeconds}}""",
            $"Messages wait up to {Duration} in lane {Label("lane")} of the assistant",
            $"More than {Defaults.AssistantWaitSeconds} s before work on them even begins, half of a whole request's time."),
        new("AssistantSessionStuck", AlertSeverity.Warning, Minutes(1),
            """sum(increase(openclaw_session_stuck_total{job="assistant"}[15m])) > 0""",
            "A conversation of the assistant is stuck",
            "It notices stuck conversations but does not always end them: everything else in that conversation waits."),
        new("AssistantDeliveryFailing", AlertSeverity.Warning, Minutes(5),
            """sum by (channel) (increase(openclaw_message_delivery_total{job="assistant",outcome="error"}[15m])) > 3""",
            $"The assistant cannot deliver answers to {Label("channel")}",
            "More than 3 failures in 15 minutes: a revoked bot token, a second poller (Telegram answers 409), or no way out of the namespace."),
    ];
}
