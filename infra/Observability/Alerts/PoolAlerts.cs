using System.Collections.Immutable;
using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on what model servers say about themselves.</summary>
internal static class PoolAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.Pools.SelectMany(For);

    /// <summary>Labels of everything that concerns one pool.</summary>
    internal static ImmutableSortedDictionary<string, string> LabelsOf(AlertedPool pool) => ImmutableSortedDictionary<string, string>.Empty
        .Add("pool", pool.Name).Add("model", pool.Model).Add("gpu_sku", pool.Sku);

    private static IEnumerable<AlertRule> For(AlertedPool pool) =>
        new[] { Servers(pool), Work(pool), Times(pool) }.SelectMany(rules => rules).Select(rule => rule with { Labels = LabelsOf(pool) });

    private static string Select(AlertedPool pool, string more = "") => $$"""{job="vllm",pool="{{pool.Name}}"{{more}}}""";

    private static IEnumerable<AlertRule> Servers(AlertedPool pool)
    {
        if (pool.MinReplicas > 0)
        {
            yield return new("PoolDown", AlertSeverity.Critical, Minutes(1),
                $"absent(up{Select(pool)} == 1)",
                $"No server of pool {pool.Name} answers",
                $"The plan has {pool.Replicas} servers of {pool.Model} on {pool.Sku}; not one answers scrapes. A start takes about {pool.LoadSeconds} s.");
        }
        yield return new("ModelServerDown", AlertSeverity.Warning, Minutes(2),
            $"up{Select(pool)} == 0",
            $"Model server {Label("instance")} of pool {pool.Name} does not answer",
            $"The remaining ones of {pool.Replicas} servers carry its load. A start takes about {pool.LoadSeconds} s.");
        yield return new("ModelServerMetricsMissing", AlertSeverity.Warning, Minutes(10),
            $"up{Select(pool)} == 1 unless on (instance) vllm:kv_cache_usage_perc{Select(pool)}",
            $"Model server {Label("instance")} of pool {pool.Name} answers without vLLM's metrics",
            "Another release may have renamed them. Alerts and autoscaling of this pool are blind.");
    }

    private static IEnumerable<AlertRule> Work(AlertedPool pool) =>
    [
        new("PoolQueueLong", AlertSeverity.Warning, Minutes(2),
            $"sum(vllm:num_requests_waiting{Select(pool)}) > {pool.WaitingLimit}",
            $"{Value} requests wait in the servers of pool {pool.Name}",
            $"More than {pool.WaitingLimit}: the servers take {pool.Replicas} x {pool.MaxNumSeqs} requests at once (max-num-seqs), and every further one waits."),
        new("PoolKvCacheFull", AlertSeverity.Warning, Minutes(5),
            $"max by (instance) (vllm:kv_cache_usage_perc{Select(pool)}) > {Number(pool.KvUsageLimit)}",
            $"{Percent} of the KV cache of {Label("instance")} (pool {pool.Name}) is in use",
            $"Above {Share(pool.KvUsageLimit)} of {pool.KvCacheTokens} tokens the next long prompt makes vLLM drop a running request and start it over."),
        new("PoolPreempting", AlertSeverity.Warning, Minutes(5),
            $"sum(rate(vllm:num_preemptions_total{Select(pool)}[5m])) * 60 > {Defaults.PreemptionsPerMinute}",
            $"Pool {pool.Name} drops {Value} running requests a minute",
            $"Its KV cache of {pool.KvCacheTokens} tokens for each server is too small for the requests that run at once (max-num-seqs {pool.MaxNumSeqs}); dropped ones are computed again."),
        new("PoolRequestsAborted", AlertSeverity.Warning, Minutes(10),
            $"""
            sum(rate(vllm:request_success_total{Select(pool, ",finished_reason=\"abort\"")}[10m])) / sum(rate(vllm:request_success_total{Select(pool)}[10m])) > {Number(Defaults.AbortedShare)}
            and sum(increase(vllm:request_success_total{Select(pool, ",finished_reason=\"abort\"")}[10m])) > {Defaults.LeastFailures}
            """,
            $"{Percent} of the requests of pool {pool.Name} end before their answer",
            $"Clients gave up, a time limit of the gateway cut them, or servers stopped without draining. Up to {Share(Defaults.AbortedShare)} is people changing their mind."),
    ];

    private static IEnumerable<AlertRule> Times(AlertedPool pool) =>
    [
        new("PoolFirstTokenSlow", AlertSeverity.Warning, Minutes(10),
            $"{P95("vllm:time_to_first_token_seconds", pool)} > {Number(pool.FirstTokenSeconds)}",
            $"95 of 100 first tokens of pool {pool.Name} take up to {Duration}",
            $"The plan allows {Number(pool.FirstTokenSeconds)} s on {pool.Sku}."),
        new("PoolAnswerSlow", AlertSeverity.Warning, Minutes(10),
            $"{P95("vllm:e2e_request_latency_seconds", pool)} > {Number(pool.AnswerSeconds)}",
            $"95 of 100 answers of pool {pool.Name} take up to {Duration}",
            $"Item 6 of the production checklist: {Number(pool.AnswerSeconds)} s for this pool on {pool.Sku}."),
        new("PoolTokensSlow", AlertSeverity.Info, Minutes(15),
            $"{P95("vllm:inter_token_latency_seconds", pool)} > {Number(pool.TokenSeconds)}",
            $"95 of 100 tokens of pool {pool.Name} come up to {Duration} after the one before",
            $"The plan expects at most {Number(pool.TokenSeconds)} s with all {pool.MaxNumSeqs} places of a server busy."),
    ];

    private static string P95(string histogram, AlertedPool pool) =>
        $"histogram_quantile(0.95, sum by (le) (rate({histogram}_bucket{Select(pool)}[5m])))";
}
