using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Panels;
using Clawdbot.Infra.Platform;
using static Clawdbot.Infra.Observability.AlertText;
using static Clawdbot.Infra.Observability.Panels.PanelQueries;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Boards;

/// <summary>Model servers: all pools beside each other, then each with its own limits.</summary>
internal static class PoolsBoard
{
    private const string Chosen = """{job="vllm",gpu_sku=~"$sku",pool=~"$pool",model=~"$model"}""";

    internal static Dashboard For(AlertingPlan plan) => new("pools", "Clawdbot / Pools",
        [
            new("sku", "GPU", """up{job="vllm"}""", "gpu_sku"),
            new("pool", "Pool", """up{job="vllm",gpu_sku=~"$sku"}""", "pool"),
            new("model", "Model", """up{job="vllm",gpu_sku=~"$sku",pool=~"$pool"}""", "model"),
        ],
        [
            new("Load", Load()),
            new("Speed", Speed()),
            new("Cache and results", Cache()),
            .. plan.Pools.Select(pool => new PanelRow($"Pool {pool.Name}: {pool.Model} on {pool.Sku}", One(pool, plan), Folded: true)),
        ]);

    private static ImmutableArray<Panel> Load() =>
    [
        Panel.Graph("Servers that answer", PanelUnits.Count, "Servers of each pool that answer scrapes.",
            new PanelTarget($"sum by (pool) (up{Chosen})", "{{pool}}")),
        Panel.Graph("Running requests", PanelUnits.Count, "Requests in the batches of the servers.",
            new PanelTarget($"sum by (pool) (vllm:num_requests_running{Chosen})", "{{pool}}")),
        Panel.Graph("Waiting requests", PanelUnits.Count, "Requests that servers have accepted and not begun: what autoscaling looks at.",
            new PanelTarget($"sum by (pool) (vllm:num_requests_waiting{Chosen})", "{{pool}}")),
    ];

    private static ImmutableArray<Panel> Speed() =>
    [
        Panel.Graph("First token, 95 %", PanelUnits.Seconds, "95 of 100 first tokens come within this time. Targets differ by pool; see below.",
            new PanelTarget(Quantile(0.95, "vllm:time_to_first_token_seconds", Chosen, "pool"), "{{pool}}")),
        Panel.Graph("Whole answer, 95 %", PanelUnits.Seconds, "95 of 100 answers are complete within this time.",
            new PanelTarget(Quantile(0.95, "vllm:e2e_request_latency_seconds", Chosen, "pool"), "{{pool}}")),
        Panel.Graph("Waiting in the server, 95 %", PanelUnits.Seconds, "Part of the first token's time that is waiting for a place in the batch, not work.",
            new PanelTarget(Quantile(0.95, "vllm:request_queue_time_seconds", Chosen, "pool"), "{{pool}}")),
        Panel.Graph("Tokens written", PanelUnits.EventsPerSecond, "Tokens of answers per second.",
            new PanelTarget(Rate("vllm:generation_tokens_total", Chosen, "pool"), "{{pool}}")) with { Width = 12 },
        Panel.Graph("Tokens read", PanelUnits.EventsPerSecond, "Tokens of prompts per second, those found in the cache included.",
            new PanelTarget(Rate("vllm:prompt_tokens_total", Chosen, "pool"), "{{pool}}")) with { Width = 12 },
    ];

    private static ImmutableArray<Panel> Cache() =>
    [
        Panel.Graph("KV cache, fullest server", PanelUnits.Share, "Share of the KV cache in use in the fullest server of each pool.",
            new PanelTarget($"max by (pool) (vllm:kv_cache_usage_perc{Chosen})", "{{pool}}")),
        Panel.Graph("Prompt tokens found in the cache", PanelUnits.Share, "Share of prompt tokens that need no computing again. Long conversations live on it; it falls when requests of one conversation reach different servers.",
            new PanelTarget($"{Rate("vllm:prefix_cache_hits_total", Chosen, "pool")} / {Rate("vllm:prefix_cache_queries_total", Chosen, "pool")}", "{{pool}}")),
        Panel.Graph("Ends of requests", PanelUnits.RequestsPerSecond, "Finished requests by reason: stop is a whole answer, length one that was cut, abort one that nobody waited for.",
            new PanelTarget(Rate("vllm:request_success_total", Chosen, "finished_reason"), "{{finished_reason}}")),
    ];

    private static ImmutableArray<Panel> One(AlertedPool pool, AlertingPlan plan)
    {
        var own = $$"""{job="vllm",pool="{{pool.Name}}"}""";
        ImmutableArray<Panel> panels =
        [
            Panel.Graph("Waiting requests", PanelUnits.Count, $"The {pool.Replicas} planned servers take {pool.MaxNumSeqs} requests each at once.",
                new PanelTarget($"sum(vllm:num_requests_waiting{own})", "waiting"), new PanelTarget($"sum(vllm:num_requests_running{own})", "running"))
                .Above(pool.WaitingLimit, AlertSeverity.Warning, "PoolQueueLong"),
            Panel.Graph("KV cache", PanelUnits.Share, $"A server's cache holds {pool.KvCacheTokens} tokens. Above the line the next long prompt makes it drop a running request.",
                new PanelTarget($"max by (instance) (vllm:kv_cache_usage_perc{own})", "{{instance}}")).Above(pool.KvUsageLimit, AlertSeverity.Warning, "PoolKvCacheFull"),
            Panel.Graph("Dropped and computed again", PanelUnits.Number, "Preempted requests per minute.",
                new PanelTarget($"sum(rate(vllm:num_preemptions_total{own}[5m])) * 60", "per minute")).Above(Defaults.PreemptionsPerMinute, AlertSeverity.Warning, "PoolPreempting"),
            Panel.Graph("First token", PanelUnits.Seconds, $"The plan allows {Number(pool.FirstTokenSeconds)} s for 95 of 100 on {pool.Sku}.", Times("vllm:time_to_first_token_seconds", own))
                .Above(pool.FirstTokenSeconds, AlertSeverity.Warning, "PoolFirstTokenSlow"),
            Panel.Graph("Whole answer", PanelUnits.Seconds, $"The plan allows {Number(pool.AnswerSeconds)} s for 95 of 100 on {pool.Sku} (item 6 of the production checklist).", Times("vllm:e2e_request_latency_seconds", own))
                .Above(pool.AnswerSeconds, AlertSeverity.Warning, "PoolAnswerSlow"),
            Panel.Graph("Between two tokens", PanelUnits.Seconds, $"The plan expects at most {Number(pool.TokenSeconds)} s for 95 of 100 with all places busy.", Times("vllm:inter_token_latency_seconds", own))
                .Above(pool.TokenSeconds, AlertSeverity.Info, "PoolTokensSlow"),
        ];
        return plan.OnKubernetes ? [.. panels, .. Pods(pool)] : panels;
    }

    private static ImmutableArray<PanelTarget> Times(string histogram, string selector) =>
        [new(Quantile(0.5, histogram, selector), "50 %"), new(Quantile(0.95, histogram, selector), "95 %"), new(Quantile(0.99, histogram, selector), "99 %")];

    private static IEnumerable<Panel> Pods(AlertedPool pool)
    {
        var space = Is("namespace", WellKnownNamespaces.Models);
        var deployment = $$"""{{{space}},{{Is("deployment", pool.Name)}}}""";
        var pods = $$"""{{{space}},{{Matches("pod", $"{pool.Name}-[a-z0-9]+-[a-z0-9]{{5}}")}}}""";
        var replicas = Panel.Graph("Servers", PanelUnits.Count, $"The plan starts {pool.Replicas}; a start takes about {pool.LoadSeconds} s.",
            new PanelTarget($"kube_deployment_status_replicas_available{deployment}", "ready"),
            new PanelTarget($"kube_deployment_spec_replicas{deployment}", "wanted"));
        if (pool.MaxReplicas is { } most)
            replicas = replicas.Above(most, AlertSeverity.Warning, "ScalerAtMaximum");
        yield return replicas with { Width = 12 };
        var restarts = Panel.Graph("Restarts", PanelUnits.Count, "Restarts of each server in the last hour.",
            new PanelTarget($"increase(kube_pod_container_status_restarts_total{pods}[1h])", "{{pod}}")).Above(Defaults.Restarts, AlertSeverity.Critical, "ModelServerRestarting");
        yield return restarts with { Width = 12 };
    }
}
