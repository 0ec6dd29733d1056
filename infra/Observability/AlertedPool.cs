namespace Clawdbot.Infra.Observability;

/// <summary>What the plan says about one pool, as far as alerts need it.</summary>
public sealed record AlertedPool
{
    /// <summary>Name of the pool, label <c>pool</c> of its metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Model, as in the pod label <c>clawdbot.dev/model</c>.</summary>
    public required string Model { get; init; }

    /// <summary>GPU SKU, as in the pod label <c>clawdbot.dev/gpu-sku</c>.</summary>
    public required string Sku { get; init; }

    /// <summary>Servers that the plan starts with, 1 or more.</summary>
    public required int Replicas { get; init; }

    /// <summary>Fewest servers that an autoscaler may leave.</summary>
    /// <value>0 or more; 0 means that an empty pool is no fault. Default: 1.</value>
    public int MinReplicas { get; init; } = 1;

    /// <summary>Most servers that an autoscaler may start.</summary>
    /// <value>Default: null, the pool is not scaled.</value>
    public int? MaxReplicas { get; init; }

    /// <summary>Requests in one batch of a server (<c>--max-num-seqs</c>).</summary>
    public required int MaxNumSeqs { get; init; }

    /// <summary>Tokens that the KV cache of one server holds; for the texts.</summary>
    public required long KvCacheTokens { get; init; }

    /// <summary>Share of the KV cache above which the server is about to preempt requests.</summary>
    /// <value>0 to 1, both excluded. Default: <see cref="PrometheusAlertsDefaults.KvUsageLimit"/>.</value>
    public double KvUsageLimit { get; init; } = PrometheusAlertsDefaults.KvUsageLimit;

    /// <summary>Time to the first token that 95 of 100 requests should reach, in seconds.</summary>
    public required double FirstTokenSeconds { get; init; }

    /// <summary>Time to the whole answer that 95 of 100 requests should reach, in seconds (C9.6).</summary>
    public required double AnswerSeconds { get; init; }

    /// <summary>Time between two tokens that 95 of 100 should stay below, in seconds.</summary>
    public required double TokenSeconds { get; init; }

    /// <summary>Expected time from container start to the first answer, in seconds.</summary>
    public required int LoadSeconds { get; init; }

    /// <summary>Time after which the start-up probe gives up, in seconds; more than <see cref="LoadSeconds"/>.</summary>
    public required int StartupSeconds { get; init; }

    /// <summary>Start-up time from which a person should look, in seconds: half way from expected to given up, so that there is time to look before the restart.</summary>
    public int SlowStartSeconds => (LoadSeconds + StartupSeconds) / 2;

    /// <summary>Waiting requests from which the pool is behind: those of one further batch on every server, at most what B3 allows.</summary>
    public int WaitingLimit => Math.Min(PrometheusAlertsDefaults.QueueWarning, MaxNumSeqs * Replicas);
}
