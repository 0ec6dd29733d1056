using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks;

/// <summary>A pool in plain values, for reports.</summary>
/// <param name="Name">Name of the pool.</param>
/// <param name="Model">Model id, <c>organisation/name</c>.</param>
/// <param name="Sku">GPU SKU.</param>
/// <param name="GpusPerReplica">GPUs of one server.</param>
/// <param name="Replicas">Servers.</param>
/// <param name="Flags">Arguments of <c>vllm serve</c>, the model's directory first.</param>
public sealed record PoolSummary(string Name, string Model, string Sku, int GpusPerReplica, int Replicas, ImmutableArray<string> Flags)
{
    /// <summary>Expected seconds from the start of a server to its first answer.</summary>
    public required double LoadSeconds { get; init; }

    /// <summary>Longest acceptable start-up, in seconds.</summary>
    public required int StartupSeconds { get; init; }

    /// <summary>Seconds that running requests get when a server stops.</summary>
    public required int DrainSeconds { get; init; }

    /// <summary>How the servers are replaced.</summary>
    public required RolloutPlan Rollout { get; init; }

    /// <summary>Weights on each GPU, in GiB.</summary>
    public required double WeightsGiB { get; init; }

    /// <summary>KV cache on each GPU, in GiB.</summary>
    public required double KvCacheGiB { get; init; }

    /// <summary>KV cache on each GPU that the planned requests leave free, in GiB; negative means that requests wait.</summary>
    public required double HeadroomGiB { get; init; }

    /// <summary>Tokens in the KV cache of one server.</summary>
    public required long KvCacheTokens { get; init; }

    /// <summary>Requests of full context length that the cache of one server holds.</summary>
    public required double MaxConcurrency { get; init; }

    /// <summary>Expected answer tokens per second of all servers under the planned load.</summary>
    public required double TokensPerSecond { get; init; }

    /// <summary>US dollars per hour of all servers; null when the price of the card is not known.</summary>
    public required double? PricePerHour { get; init; }

    /// <summary>Each flag with the reason for its value, in the order of the command line.</summary>
    public required ImmutableArray<PlannedFlag> Reasons { get; init; }

    /// <summary>Sums up a pool.</summary>
    /// <param name="pool">The pool.</param>
    public static PoolSummary Of(ModelPoolSpec pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var plan = pool.Plan;
        return new PoolSummary(pool.Name, pool.Model.Id, pool.Sku, pool.GpusPerReplica, pool.Replicas, pool.Flags)
        {
            LoadSeconds = plan.Load.ExpectedSeconds,
            StartupSeconds = pool.StartupSeconds,
            DrainSeconds = pool.DrainSeconds,
            Rollout = pool.Rollout,
            WeightsGiB = plan.WeightsGiB,
            KvCacheGiB = plan.KvCacheGiB,
            HeadroomGiB = plan.HeadroomGiB,
            KvCacheTokens = plan.Memory.KvTokens,
            MaxConcurrency = plan.Memory.MaxConcurrency,
            TokensPerSecond = plan.TokensPerSecond,
            PricePerHour = plan.PricePerHour,
            Reasons = plan.Flags,
        };
    }
}
