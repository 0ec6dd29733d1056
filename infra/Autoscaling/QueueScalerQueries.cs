namespace Clawdbot.Infra.Autoscaling;

/// <summary>The PromQL that a scaler asks; each gives one number, or nothing when nobody is scraped.</summary>
public static class QueueScalerQueries
{
    /// <summary>The metric of vLLM (0.5 and later): requests that are accepted but not running.</summary>
    public const string WaitingMetric = "vllm:num_requests_waiting";

    /// <summary>The metric of the Router: requests that no server has been found for yet.</summary>
    public const string GatewayQueueMetric = "clawdbot_queue_size";

    /// <summary>Requests that wait in all servers of the pool.</summary>
    /// <param name="pool">Name of the pool; a DNS label, so it needs no quoting.</param>
    public static string Waiting(string pool) => $"sum({Servers(pool)})";

    /// <summary>
    /// The servers of the pool while each has at least <paramref name="threshold"/> waiting requests on average, else 0. As a wish for that
    /// many servers it keeps the pool from shrinking: a HorizontalPodAutoscaler has one threshold only, and the largest wish wins.
    /// </summary>
    /// <param name="pool">Name of the pool.</param>
    /// <param name="threshold">Waiting requests for each server, 1 or more.</param>
    public static string BusyServers(string pool, int threshold) =>
        FormattableString.Invariant($"count({Servers(pool)}) * (avg({Servers(pool)}) >= bool {threshold})");

    /// <summary>Requests that wait in the Router.</summary>
    public static string GatewayQueue() => $"sum({GatewayQueueMetric}{{job=\"clawdbot\"}})";

    private static string Servers(string pool) => $"{WaitingMetric}{{job=\"vllm\",pool=\"{pool}\"}}";
}
