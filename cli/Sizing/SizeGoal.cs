using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Cli.Sizing;

/// <summary>The wanted load, and options that are set by hand; everything that is null is for the planner or <see cref="SizeDefaults"/> to choose.</summary>
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
    public string? Dtype { get; init; }

    /// <summary><c>--kv-cache-dtype</c>.</summary>
    public string? KvCacheDtype { get; init; }

    /// <summary><c>--max-num-seqs</c>.</summary>
    public int? MaxNumSeqs { get; init; }

    /// <summary><c>--max-num-batched-tokens</c>.</summary>
    public int? MaxNumBatchedTokens { get; init; }

    /// <summary><c>--enforce-eager</c>.</summary>
    public bool? EnforceEager { get; init; }

    /// <summary>Further flags of vLLM, each with its dashes.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>The release that is meant.</summary>
    public VllmVersion Release => Version ?? SizeDefaults.Version;

    /// <summary>The load for a model, whose longest context cuts the default but not a context that was asked for.</summary>
    /// <param name="longest">Longest context of the model, in tokens.</param>
    public CapacityGoal Load(int longest)
    {
        var context = Context ?? Math.Min(SizeDefaults.Context, longest);
        var answer = AnswerTokens ?? Math.Clamp(Math.Min(SizeDefaults.AnswerTokens, context - (PromptTokens ?? 0)), 1, Math.Max(1, context / SizeDefaults.AnswerPart));
        return new CapacityGoal
        {
            ContextTokens = context,
            ConcurrentRequests = Concurrency ?? SizeDefaults.Concurrency,
            PromptTokens = PromptTokens ?? Math.Max(1, Math.Min(SizeDefaults.PromptTokens, context - answer)),
            AnswerTokens = answer,
        };
    }

    /// <summary>The options that are set by hand.</summary>
    public VllmOverrides Overrides => new()
    {
        GpuMemoryUtilization = Utilization,
        MaxNumSeqs = MaxNumSeqs,
        MaxNumBatchedTokens = MaxNumBatchedTokens,
        TensorParallelSize = Gpus,
        Dtype = Dtype,
        KvCacheDtype = KvCacheDtype,
        EnforceEager = EnforceEager,
        ExtraFlags = Flags,
    };
}
