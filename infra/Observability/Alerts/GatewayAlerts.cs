using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on access tier and Router.</summary>
internal static class GatewayAlerts
{
    private const int Day = 86400;

    internal static IEnumerable<AlertRule> For(AlertingPlan plan)
    {
        if (plan.Gateway is not { } gateway)
            return [];
        return [.. Availability(), .. gateway.HasAccessTier ? AccessTier() : [], .. Load(gateway, plan), .. Degradation(), .. plan.Pools.Select(NoReadyNode)];
    }

    private static IEnumerable<AlertRule> Availability() =>
    [
        new("RouterDown", AlertSeverity.Critical, Minutes(1),
            """clawdbot_router_up{job="clawdbot"} == 0""",
            $"Router {Label("instance")} says that it cannot route",
            "clawdbot_router_up is 0: the Router runs, but has no configuration or no model server it may use. Item 12 of the production checklist requires 1."),
        new("RouterAbsent", AlertSeverity.Critical, Minutes(2),
            """absent(clawdbot_router_up{job="clawdbot"})""",
            "No Router reports to Prometheus",
            "No target of job clawdbot exports clawdbot_router_up: all Routers are gone, or Prometheus cannot reach them. Item 12 of the production checklist requires the value 1."),
        new("RouterTargetDown", AlertSeverity.Warning, Minutes(2),
            """up{job="clawdbot"} == 0""",
            $"Router {Label("instance")} does not answer scrapes",
            "The others carry its load until it is back; with one Router left a further failure stops all answers."),
    ];

    private static IEnumerable<AlertRule> AccessTier() =>
    [
        new("AccessTierDown", AlertSeverity.Critical, Minutes(2),
            """absent(up{job="access-tier"} == 1)""",
            "No access tier answers",
            "No NGINX of job access-tier answers scrapes: clients cannot connect."),
        new("AccessTierTargetDown", AlertSeverity.Warning, Minutes(2),
            """up{job="access-tier"} == 0""",
            $"Access tier {Label("instance")} does not answer scrapes",
            "The others carry its load until it is back."),
        new("ServiceTokenExpiring", AlertSeverity.Warning, Minutes(10),
            $$"""min by (subject) (clawdbot_service_token_expiry_timestamp_seconds{job="access-tier"}) - time() < {{Defaults.TokenHorizonDays * Day}}""",
            $"The token of {Label("subject")} for the gateway ends in {Duration}",
            $"Less than {Defaults.TokenHorizonDays} days are left. Nothing renews it by itself: set a later date and deploy, or the gateway refuses its requests."),
    ];

    private static IEnumerable<AlertRule> Load(AlertedGateway gateway, AlertingPlan plan)
    {
        var slowest = Number(plan.Pools.Max(pool => pool.AnswerSeconds));
        return
        [
            new("GatewayErrorRatioHigh", AlertSeverity.Warning, Minutes(5),
                $$"""
                sum(rate(clawdbot_requests_total{job="clawdbot",status=~"5.."}[5m])) / sum(rate(clawdbot_requests_total{job="clawdbot"}[5m])) > {{Number(Defaults.FirstStepErrors)}}
                and sum(increase(clawdbot_requests_total{job="clawdbot",status=~"5.."}[5m])) > {{Defaults.LeastFailures}}
                """,
                $"{Percent} of requests fail",
                $"Above {Share(Defaults.FirstStepErrors)} the gateway starts to answer from its cache (first step of the degradation ladder)."),
            new("GatewayLatencyHigh", AlertSeverity.Warning, Minutes(10),
                $$"""histogram_quantile(0.95, sum by (le) (rate(clawdbot_request_duration_seconds_bucket{job="clawdbot"}[5m]))) > {{slowest}}""",
                $"95 of 100 requests take up to {Duration} at the gateway",
                $"Waiting in the gateway included. The slowest pool of the plan is to answer within {slowest} s."),
            new("GatewayQueueLong", AlertSeverity.Warning, Minutes(1),
                $$"""sum by (instance) (clawdbot_queue_size{job="clawdbot"}) > {{gateway.QueueWarning}}""",
                $"{Value} requests wait in Router {Label("instance")}",
                $"Above {gateway.QueueWarning} people notice the delay; at {gateway.QueueLimit} the Router refuses further requests, those of low priority first."),
            new("GatewayQueueNearLimit", AlertSeverity.Critical, Minutes(1),
                $$"""sum by (instance) (clawdbot_queue_size{job="clawdbot"}) > {{gateway.QueueCritical}}""",
                $"{Value} requests wait in Router {Label("instance")}, its limit is {gateway.QueueLimit}",
                $"Above {gateway.QueueCritical} of {gateway.QueueLimit} places a burst fills the rest within seconds, and requests are refused."),
            new("GatewayAtConcurrencyLimit", AlertSeverity.Info, Minutes(15),
                $$"""sum by (instance) (clawdbot_active_requests{job="clawdbot"}) >= {{gateway.Concurrency}}""",
                $"Router {Label("instance")} has worked at its limit for 15 minutes",
                $"It answers {gateway.Concurrency} requests at once, so that everything else waits although servers may be free."),
        ];
    }

    private static IEnumerable<AlertRule> Degradation() =>
    [
        new("GatewayDegraded", AlertSeverity.Warning, Minutes(2),
            """max(clawdbot_degradation_level{job="clawdbot"}) >= 1""",
            $"The gateway degrades answers, step {Value}",
            "Step 1 answers identical prompts from the cache (5 to 15 % errors), step 2 switches to the small model (15 to 30 %), step 3 sends a fixed text (above 30 %)."),
        new("GatewayStaticFallback", AlertSeverity.Critical, Minutes(1),
            """max(clawdbot_degradation_level{job="clawdbot"}) >= 3""",
            "The gateway sends a fixed text instead of answers",
            "More than 30 % of requests fail: the last step of the degradation ladder."),
        new("ModelNodeNotReady", AlertSeverity.Warning, Minutes(2),
            """max by (pool, node) (clawdbot_node_state{job="clawdbot",state="READY"}) == 0""",
            $"The Router does not use node {Label("node")} of pool {Label("pool")}",
            "Three failed checks, one every 5 s, made it DEGRADED; its traffic went to servers on the same kind of GPU first."),
    ];

    private static AlertRule NoReadyNode(AlertedPool pool) => new(
        "PoolWithoutReadyNode", AlertSeverity.Critical, Minutes(1),
        $$"""sum(max by (node) (clawdbot_node_state{job="clawdbot",pool="{{pool.Name}}",state="READY"})) == 0""",
        $"The Router has no ready node for pool {pool.Name}",
        $"None of the {pool.Replicas} planned servers with {pool.Sku} cards takes requests; other pools answer in its place if they serve the model.")
    {
        Labels = PoolAlerts.LabelsOf(pool),
    };
}
