using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway;

/// <summary>
/// What Prometheus finds at the status ports: the contract between the images of the gateway and our alerts, dashboards and scalers, which use
/// nothing else. <c>docs/metrics.md</c> is the same list for people.
/// </summary>
public static class GatewayMetrics
{
    /// <summary>Figures of the Router (C9.12, B3).</summary>
    public static ImmutableArray<GatewayMetric> Router { get; } =
    [
        new("clawdbot_router_up", "gauge", [], "1 while the Router has a configuration and at least one model server it may use, else 0."),
        new("clawdbot_requests_total", "counter", ["model", "pool", "status", "tier"], "Answered requests by the model that was asked for, the pool that answered (empty if none did) and the HTTP status."),
        new("clawdbot_request_duration_seconds", "histogram", [], "Time from the last byte of the request to the last byte of the answer, waiting included; buckets from 0.05 to 60 s, with 2.5, 2.8 and 4.5 among them."),
        new("clawdbot_queue_size", "gauge", ["priority"], "Requests that wait for a model server; 0 is exported as well."),
        new("clawdbot_active_requests", "gauge", [], "Requests that a model server works on."),
        new("clawdbot_node_weight", "gauge", ["node", "pool"], "Weight of a server, from 0."),
        new("clawdbot_node_state", "gauge", ["node", "pool", "state"], "1 for the state that a server is in, 0 for the others; states are READY, DEGRADED and DRAINING."),
        new("clawdbot_degradation_level", "gauge", [], "Step of the ladder: 0 none, 1 cache, 2 small model, 3 fixed text."),
    ];

    /// <summary>Figures of the access tier.</summary>
    public static ImmutableArray<GatewayMetric> AccessTier { get; } =
    [
        new("clawdbot_service_token_expiry_timestamp_seconds", "gauge", ["subject"], "End of a token that the stack handed out, in seconds since 1970."),
    ];
}
