using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>The answer of <c>clawdbot size</c>, whatever the medium.</summary>
internal sealed record SizeReport
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>The card, a name of <see cref="GpuCatalog"/>.</summary>
    public required string Sku { get; init; }

    /// <summary>GPUs that share one copy of the model.</summary>
    public required int Gpus { get; init; }

    /// <summary>Servers for the wanted requests.</summary>
    public required int Replicas { get; init; }

    /// <summary>The release of vLLM that is meant.</summary>
    public required string VllmVersion { get; init; }

    /// <summary>Whether the server starts.</summary>
    public bool Fits => Reason.Length == 0;

    /// <summary>Which term exceeds what by how much; empty when it fits.</summary>
    public required string Reason { get; init; }

    /// <summary>The arithmetic, step by step.</summary>
    public required ImmutableArray<MemoryTerm> Terms { get; init; }

    /// <summary>Tokens of the KV cache; 0 when there is no room for one.</summary>
    public required long KvCacheTokens { get; init; }

    /// <summary>Requests of full context length that fit together.</summary>
    public required double MaxConcurrency { get; init; }

    /// <summary>Context length of the answer, in tokens.</summary>
    public required int Context { get; init; }

    /// <summary>Longest context that would fit, in tokens; 0 when none does.</summary>
    public required int LargestContext { get; init; }

    /// <summary>The flags of the server, with their reasons.</summary>
    public required ImmutableArray<SizeFlag> Flags { get; init; }

    /// <summary>Speeds, times and prices.</summary>
    public ImmutableArray<SizeFigure> Figures { get; init; } = [];

    /// <summary>What would fit instead, cheapest first; empty when it fits.</summary>
    public ImmutableArray<SizeProposal> Proposals { get; init; } = [];

    /// <summary>What a reader should know besides.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
