using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Panels;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>Access tier and Router (B2, B3, C8).</summary>
internal static class GatewayBoard
{
    private const string Router = """{job="clawdbot"}""";
    private const string Chosen = """{job="clawdbot",model=~"$model",pool=~"$pool"}""";
    private const string Failed = """{job="clawdbot",model=~"$model",pool=~"$pool",status=~"5.."}""";

    internal static Dashboard For(AlertingPlan plan) => new("gateway", "Clawdbot / Gateway",
        [
            new("model", "Model", $"clawdbot_requests_total{Router}", "model"),
            new("pool", "Pool", """clawdbot_requests_total{job="clawdbot",model=~"$model"}""", "pool"),
        ],
        plan.Gateway is not { } gateway ? [] :
        [
            new("Now", Now(gateway)),
            new("Requests", Requests(plan)),
            new("Queue", Queue(gateway)),
            new("Nodes as the Router sees them", Nodes()),
            new("Objective", Objective(gateway)),
        ]);

    private static ImmutableArray<Panel> Now(AlertedGateway gateway)
    {
        var panels = ImmutableArray.Create(
            Panel.Figure("Routers that can route", PanelUnits.Count, "Routers with clawdbot_router_up at 1: they have a configuration and a model server. Item 12 of the production checklist.",
                new PanelTarget($"sum(clawdbot_router_up{Router}) or vector(0)", "Routers")),
            Panel.Figure("Degradation", PanelUnits.Number, "Step of the ladder: 0 none, 1 answers from the cache, 2 small model, 3 fixed text.",
                new PanelTarget($"max(clawdbot_degradation_level{Router})", "Step")).Above(1, AlertSeverity.Warning, "GatewayDegraded").Above(3, AlertSeverity.Critical, "GatewayStaticFallback"),
            Panel.Figure("Failed requests", PanelUnits.Share, "Share of requests answered with 5xx in the window of the panel.",
                new PanelTarget($"(sum(rate(clawdbot_requests_total{Failed}[{Window}])) or vector(0)) / sum(rate(clawdbot_requests_total{Chosen}[{Window}]))", "Failed")).Above(Defaults.FirstStepErrors, AlertSeverity.Warning, "GatewayErrorRatioHigh"),
            Panel.Figure("Requests", PanelUnits.RequestsPerSecond, "Answered requests per second, all results.",
                new PanelTarget(Rate("clawdbot_requests_total", Chosen), "Requests")),
            Panel.Figure("In work", PanelUnits.Count, "Requests that model servers answer at the moment, over all Routers.",
                new PanelTarget($"sum(clawdbot_active_requests{Router})", "In work")));
        return !gateway.HasAccessTier ? panels : panels.AddRange(
            Panel.Figure("Days until a token ends", PanelUnits.Number, "Of the tokens that the stack handed out, the first to end; only a deployment renews it.",
                new PanelTarget("""(min(clawdbot_service_token_expiry_timestamp_seconds{job="access-tier"}) - time()) / 86400""", "Days")),
            Panel.Figure("Access tiers", PanelUnits.Count, "Pods of the access tier that answer scrapes.",
                new PanelTarget("""sum(up{job="access-tier"}) or vector(0)""", "Access tiers")));
    }

    private static ImmutableArray<Panel> Requests(AlertingPlan plan) =>
    [
        Panel.Graph("Requests by result", PanelUnits.RequestsPerSecond, "Answered requests per second by HTTP status. 429 and 503 are refusals by the admission control.",
            new PanelTarget(Rate("clawdbot_requests_total", Chosen, "status"), "{{status}}")),
        Panel.Graph("Requests by pool", PanelUnits.RequestsPerSecond, "Answered requests per second by pool and tier: how the weights share the load.",
            new PanelTarget(Rate("clawdbot_requests_total", Chosen, "pool", "tier"), "{{pool}} ({{tier}})")),
        Panel.Graph("Time to the whole answer", PanelUnits.Seconds, "Waiting in the gateway included. The line is the target of the slowest pool of the plan (item 6 of the production checklist).",
            new PanelTarget(Quantile(0.5, "clawdbot_request_duration_seconds", Router), "50 %"),
            new PanelTarget(Quantile(0.95, "clawdbot_request_duration_seconds", Router), "95 %"),
            new PanelTarget(Quantile(0.99, "clawdbot_request_duration_seconds", Router), "99 %")).Above(plan.Pools.Max(pool => pool.AnswerSeconds), AlertSeverity.Warning, "GatewayLatencyHigh"),
    ];

    private static ImmutableArray<Panel> Queue(AlertedGateway gateway) =>
    [
        Panel.Graph("Waiting by Router", PanelUnits.Count, "Requests that no server has been found for yet. At the limit the Router refuses, low priority first.",
            new PanelTarget($"sum by (instance) (clawdbot_queue_size{Router})", "{{instance}}"))
            .Above(gateway.QueueWarning, AlertSeverity.Warning, "GatewayQueueLong").Above(gateway.QueueCritical, AlertSeverity.Critical, "GatewayQueueNearLimit"),
        Panel.Graph("Waiting by priority", PanelUnits.Count, "The same over all Routers: which priority pays for the load.",
            new PanelTarget($"sum by (priority) (clawdbot_queue_size{Router})", "{{priority}}")),
        Panel.Graph("In work by Router", PanelUnits.Count, "Requests that a Router has with model servers. At its limit everything else waits, although servers may be free.",
            new PanelTarget($"sum by (instance) (clawdbot_active_requests{Router})", "{{instance}}")).Above(gateway.Concurrency, AlertSeverity.Info, "GatewayAtConcurrencyLimit"),
    ];

    private static ImmutableArray<Panel> Nodes() =>
    [
        Panel.Graph("Weight", PanelUnits.Number, "Share of new requests that a server gets, after utilisation, heat and health; the mean over the Routers.",
            new PanelTarget("""avg by (pool, node) (clawdbot_node_weight{job="clawdbot",pool=~"$pool"})""", "{{pool}} {{node}}")) with { Width = 12 },
        Panel.Graph("Ready", PanelUnits.Number, "1 while at least one Router uses the server; 0 after three failed checks.",
            new PanelTarget("""max by (pool, node) (clawdbot_node_state{job="clawdbot",state="READY",pool=~"$pool"})""", "{{pool}} {{node}}")) with { Width = 12 },
    ];

    private static ImmutableArray<Panel> Objective(AlertedGateway gateway)
    {
        var budget = 1 - gateway.Objective;
        var promise = $"The objective of {AlertText.Share(gateway.Objective)} allows {AlertText.Share(budget)}.";
        return
        [
            Panel.Graph("Failed in the last hour", PanelUnits.Share, $"{promise} Above the line a month's budget is gone in two days.",
                new PanelTarget(Ratio(AlertText.Hours(1)), "Failed")).Above(budget * Defaults.FastBurn, AlertSeverity.Critical, "ErrorBudgetBurnHour") with { Width = 12 },
            Panel.Graph("Failed in the last three days", PanelUnits.Share, $"{promise} Above the line the objective is missed if it stays like this.",
                new PanelTarget(Ratio(AlertText.Hours(72)), "Failed")).Above(budget, AlertSeverity.Warning, "ErrorBudgetBurnThreeDays") with { Width = 12 },
        ];
    }

    /// <summary>Where nothing failed yet there is no series of failures, and the share is 0 rather than unknown.</summary>
    private static string Ratio(int seconds) =>
        $$"""(sum(rate(clawdbot_requests_total{job="clawdbot",status=~"5.."}[{{AlertText.Period(seconds)}}])) or vector(0)) / sum(rate(clawdbot_requests_total{job="clawdbot"}[{{AlertText.Period(seconds)}}]))""";
}
