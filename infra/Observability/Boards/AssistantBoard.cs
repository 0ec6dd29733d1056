using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Panels;
using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>The assistant: its pod, and its queue where it exports metrics.</summary>
internal static class AssistantBoard
{
    private const string Own = """{job="assistant"}""";

    internal static Dashboard For(AlertingPlan plan) => new("assistant", "Clawdbot / Assistant", [],
        plan.Assistant is not { } assistant ? [] :
        [
            new("Queue", assistant.HasMetrics ? Queue() : []),
            new("Messages and model calls", assistant.HasMetrics ? Work() : []),
            new("Pod", plan.OnKubernetes ? Pod(assistant) : []),
        ]);

    private static ImmutableArray<Panel> Queue() =>
    [
        Panel.Graph("Waiting", PanelUnits.Count, "Pieces of work that wait in each lane. Work of one conversation is done one after the other.",
            new PanelTarget($"sum by (lane) (openclaw_queue_lane_size{Own})", "{{lane}}")),
        Panel.Graph("Time of waiting, 95 %", PanelUnits.Seconds, "Before work on a message even begins.",
            new PanelTarget(Quantile(0.95, "openclaw_queue_lane_wait_seconds", Own, "lane"), "{{lane}}")).Above(Defaults.AssistantWaitSeconds, AlertSeverity.Warning, "AssistantQueueSlow"),
        Panel.Graph("Stuck conversations", PanelUnits.Count, "Noticed in the last 15 minutes; the assistant does not always end them.",
            new PanelTarget($"sum(increase(openclaw_session_stuck_total{Own}[15m]))", "stuck")).Above(0, AlertSeverity.Warning, "AssistantSessionStuck"),
    ];

    private static ImmutableArray<Panel> Work() =>
    [
        Panel.Graph("Messages", PanelUnits.EventsPerSecond, "Received by channel.",
            new PanelTarget(Rate("openclaw_message_received_total", Own, "channel"), "{{channel}}")),
        Panel.Graph("Answers", PanelUnits.EventsPerSecond, "Delivered answers by channel and outcome.",
            new PanelTarget(Rate("openclaw_message_delivery_total", Own, "channel", "outcome"), "{{channel}} {{outcome}}")),
        Panel.Graph("Model calls, 95 %", PanelUnits.Seconds, "Time of calls through the gateway, by model and outcome.",
            new PanelTarget(Quantile(0.95, "openclaw_model_call_duration_seconds", Own, "model", "outcome"), "{{model}} {{outcome}}")),
    ];

    private static ImmutableArray<Panel> Pod(AlertedAssistant assistant)
    {
        var space = Is("namespace", WellKnownNamespaces.Gateway);
        var pods = $"{space},{Matches("pod", $"{assistant.Deployment}-[a-z0-9]+-[a-z0-9]{{5}}")}";
        return
        [
            Panel.Graph("Runs", PanelUnits.Number, "There is one replica, because only one may write its state.",
                new PanelTarget($$"""kube_deployment_status_replicas_available{{{space}},{{Is("deployment", assistant.Deployment)}}}""", "available")),
            Panel.Graph("Memory", PanelUnits.Share, $"Of the limit of {assistant.MemoryMiB} MiB, at which the kernel kills it.",
                new PanelTarget($$"""max by (pod) (container_memory_working_set_bytes{{{pods}},container!="",container!="POD"}) / ({{assistant.MemoryMiB}} * 1024 * 1024)""", "{{pod}}"))
                .Above(Defaults.AssistantMemoryShare, AlertSeverity.Warning, "AssistantMemoryHigh"),
            Panel.Graph("Restarts", PanelUnits.Count, "In the last hour.",
                new PanelTarget($$"""increase(kube_pod_container_status_restarts_total{{{pods}}}[1h])""", "{{pod}}")).Above(Defaults.Restarts, AlertSeverity.Critical, "AssistantRestarting"),
        ];
    }
}
