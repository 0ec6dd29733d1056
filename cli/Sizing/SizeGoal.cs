using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>The wanted load, and flags that are set by hand; everything that is null is for the planner to choose.</summary>
internal sealed record SizeGoal
{
    /// <summary>GPUs that share one copy of the model (tensor parallel size).</summary>
    public int? Gpus { get; init; }

    /// <summary>Prompt and answer together, in tokens.</summary>
    public int? Context { get; init; }

    /// <summary>Requests at the same time.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Tokens of a usual prompt.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Tokens of a usual answer.</summary>
    public int? AnswerTokens { get; init; }

    /// <summary><c>--gpu-memory-utilization</c>.</summary>
    public double? Utilization { get; init; }

    /// <summary>The release of vLLM.</summary>
    public VllmVersion? Version { get; init; }

    /// <summary><c>--dtype</c>.</summary>
    public ElementType Dtype { get; init; }

    /// <summary><c>--kv-cache-dtype</c>.</summary>
    public ElementType? KvCacheDtype { get; init; }

    /// <summary><c>--max-num-seqs</c>.</summary>
    public int? MaxNumSeqs { get; init; }

    /// <summary><c>--max-num-batched-tokens</c>.</summary>
    public int? MaxNumBatchedTokens { get; init; }

    /// <summary><c>--enforce-eager</c>; null leaves the choice to the planner.</summary>
    public bool? EnforceEager { get; init; }

    /// <summary>Further flags of vLLM, each with its dashes.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];
}
