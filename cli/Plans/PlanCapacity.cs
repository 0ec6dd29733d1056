using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>What the capacity planner computed for a pool.</summary>
/// <param name="WeightsGiB">Weights on each GPU.</param>
/// <param name="KvCacheGiB">KV cache on each GPU.</param>
/// <param name="HeadroomGiB">KV cache on each GPU that the planned requests leave free.</param>
/// <param name="KvCacheTokens">Tokens in the KV cache of one server.</param>
/// <param name="MaxConcurrency">Requests of full context length that the cache of one server holds.</param>
/// <param name="TokensPerSecond">Expected answer tokens per second of all servers.</param>
/// <param name="PricePerHour">US dollars per hour of all servers; null when the price of the card is not known.</param>
/// <param name="Reasons">Each flag, its value (empty for a switch) and why it has it.</param>
internal sealed record PlanCapacity(
    double WeightsGiB,
    double KvCacheGiB,
    double HeadroomGiB,
    long KvCacheTokens,
    double MaxConcurrency,
    double TokensPerSecond,
    double? PricePerHour,
    ImmutableArray<(string Flag, string Value, string Reason)> Reasons);
