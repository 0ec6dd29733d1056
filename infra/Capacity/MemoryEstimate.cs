using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity;

/// <summary>What a vLLM server does with the memory of each of its GPUs.</summary>
public sealed record MemoryEstimate
{
    /// <summary>
    /// Every step in vLLM's order: total, requested, weights, nonTorch, runnerBuffers, activationPeak, cudaGraphs, availableKv,
    /// contextNeed. The fourth to seventh may be 0.
    /// </summary>
    public required ImmutableArray<MemoryTerm> Terms { get; init; }

    /// <summary>Memory left for the KV cache in GiB on each GPU; negative when the rest alone exceeds the budget.</summary>
    public required double AvailableKvGiB { get; init; }

    /// <summary>Bytes of one token in the cache of one GPU, padding of hybrid models included.</summary>
    public required long KvBytesPerToken { get; init; }

    /// <summary>Blocks of the cache.</summary>
    public required long Blocks { get; init; }

    /// <summary>Tokens of the cache, as vLLM prints "GPU KV cache size".</summary>
    public required long KvTokens { get; init; }

    /// <summary>Requests of full context length that fit together, as vLLM prints "Maximum concurrency".</summary>
    public required double MaxConcurrency { get; init; }

    /// <summary>Context length in use.</summary>
    public required int MaxModelLen { get; init; }

    /// <summary>Sequences per batch in use.</summary>
    public required int MaxNumSeqs { get; init; }

    /// <summary>Tokens per batch in use.</summary>
    public required int MaxNumBatchedTokens { get; init; }

    /// <summary>Longest context that would fit beside everything else, in tokens; 0 when none does.</summary>
    public required int LargestContext { get; init; }

    /// <summary>Whether the server starts.</summary>
    public bool Fits => Reason.Length == 0;

    /// <summary>Why it does not start: which term exceeds what by how much. Empty when it starts.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Cache memory in GiB beyond one request of full length; negative when that does not fit. Less than
    /// <see cref="MemoryModelDefaults.ProfilingVariationGiB"/> is too tight to rely on.
    /// </summary>
    public double HeadroomGiB => AvailableKvGiB - Term("contextNeed");

    /// <summary>The size in GiB of one of <see cref="Terms"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public double Term(string name) =>
        (Terms.FirstOrDefault(term => term.Name == name) ?? throw new ArgumentException($"There is no term '{name}'; there are {string.Join(", ", Terms.Select(term => term.Name))}.", nameof(name))).GiB;
}
