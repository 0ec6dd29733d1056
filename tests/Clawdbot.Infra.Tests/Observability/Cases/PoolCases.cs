using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>What model servers say about themselves (B3, B9, C9.6).</summary>
internal static class PoolCases
{
    private const string Server = "job=\"vllm\",pool=\"qwen\",instance=\"s1\"";

    internal static AlertCase[] All { get; } =
    [
        new("PoolDown") { Fires = [Hold(Of("up"), 0)], Quiet = [Hold(Of("up"), 0), Hold("""up{job="vllm",pool="qwen",instance="s2"}""", 1)] },
        new("ModelServerDown") { Fires = [Hold(Of("up"), 0)], Quiet = [Hold(Of("up"), 1)], Labels = "job=vllm,instance=s1", FromStart = true },
        new("ModelServerMetricsMissing")
        {
            Fires = [Hold(Of("up"), 1), Hold(Of("vllm:gpu_cache_usage_perc"), 0.5)], Quiet = [Hold(Of("up"), 1), Hold(Of("vllm:kv_cache_usage_perc"), 0.5)],
            Labels = "job=vllm,instance=s1", FromStart = true,
        },
        new("PoolQueueLong") { Fires = Servers("vllm:num_requests_waiting", 20, 5), Quiet = Servers("vllm:num_requests_waiting", 20, 4), Value = "25", FromStart = true },
        new("PoolKvCacheFull") { Fires = [Hold(Of("vllm:kv_cache_usage_perc"), 0.91)], Quiet = [Hold(Of("vllm:kv_cache_usage_perc"), 0.9)], Labels = "instance=s1", Value = "91%", FromStart = true },
        new("PoolPreempting") { Fires = [Grow(Of("vllm:num_preemptions_total"), 2)], Quiet = [Grow(Of("vllm:num_preemptions_total"), 0.9)], Value = "2" },
        new("PoolRequestsAborted") { Fires = Finished(94, 6), Quiet = Finished(95, 5), Value = "6%" },
        new("PoolFirstTokenSlow")
        {
            Fires = Histogram("vllm:time_to_first_token_seconds", $"{Server},", ("1", 60), ("2.5", 100)),
            Quiet = Histogram("vllm:time_to_first_token_seconds", $"{Server},", ("1", 90), ("1.4", 96), ("2.5", 100)),
            Value = "2.312s",
        },
        new("PoolAnswerSlow")
        {
            Fires = Histogram("vllm:e2e_request_latency_seconds", $"{Server},", ("2.5", 0), ("5", 100)),
            Quiet = Histogram("vllm:e2e_request_latency_seconds", $"{Server},", ("2.5", 80), ("5", 100)),
            Value = "4.875s",
        },
        new("PoolTokensSlow")
        {
            Fires = Histogram("vllm:inter_token_latency_seconds", $"{Server},", ("0.075", 0), ("0.1", 90), ("0.15", 100)),
            Quiet = Histogram("vllm:inter_token_latency_seconds", $"{Server},", ("0.075", 0), ("0.1", 96), ("0.15", 100)),
            Value = "125ms",
        },
    ];

    private static string Of(string metric) => $"{metric}{{{Server}}}";

    private static AlertSeries[] Servers(string metric, double first, double second) =>
        [Hold(Of(metric), first), Hold($$"""{{metric}}{job="vllm",pool="qwen",instance="s2"}""", second), Hold($$"""{{metric}}{job="vllm",pool="other",instance="s3"}""", 999)];

    private static AlertSeries[] Finished(double stop, double abort) =>
    [
        Grow($$"""vllm:request_success_total{{{Server}},finished_reason="stop"}""", stop),
        Grow($$"""vllm:request_success_total{{{Server}},finished_reason="abort"}""", abort),
    ];
}
