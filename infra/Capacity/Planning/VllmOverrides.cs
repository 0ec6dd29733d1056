using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Options of vLLM that a person sets instead of the planner. What is null is planned; what is set is checked by the same arithmetic.</summary>
public sealed record VllmOverrides
{
    /// <summary>Overrides nothing.</summary>
    public static VllmOverrides None { get; } = new();

    /// <summary><see cref="VllmOptions.MaxModelLen"/>. Default: null, the context of the goal.</summary>
    public int? MaxModelLen { get; init; }

    /// <summary><see cref="VllmOptions.GpuMemoryUtilization"/>. Default: null, <see cref="CapacityPlannerDefaults.Utilization"/>.</summary>
    public double? GpuMemoryUtilization { get; init; }

    /// <summary><see cref="VllmOptions.MaxNumSeqs"/>. Default: null, planned.</summary>
    public int? MaxNumSeqs { get; init; }

    /// <summary><see cref="VllmOptions.MaxNumBatchedTokens"/>. Default: null, planned.</summary>
    public int? MaxNumBatchedTokens { get; init; }

    /// <summary><see cref="VllmOptions.TensorParallelSize"/>. Default: null, the smallest that fits and meets the latency targets.</summary>
    public int? TensorParallelSize { get; init; }

    /// <summary><see cref="VllmOptions.Dtype"/>. Default: null, planned by card.</summary>
    public string? Dtype { get; init; }

    /// <summary><see cref="VllmOptions.Quantization"/>. Default: null, what the checkpoint says.</summary>
    public string? Quantization { get; init; }

    /// <summary><see cref="VllmOptions.KvCacheDtype"/>. Default: null, the format of the computation.</summary>
    public string? KvCacheDtype { get; init; }

    /// <summary><see cref="VllmOptions.EnforceEager"/>. Default: null, planned by card.</summary>
    public bool? EnforceEager { get; init; }

    /// <summary><see cref="VllmOptions.PrefixCaching"/>. Default: null, on.</summary>
    public bool? PrefixCaching { get; init; }

    /// <summary><see cref="VllmOptions.SafetensorsLoadStrategy"/>. Default: null, planned by storage.</summary>
    public string? SafetensorsLoadStrategy { get; init; }

    /// <summary><see cref="VllmOptions.ToolCallParser"/>. Default: null, planned by model family.</summary>
    public string? ToolCallParser { get; init; }

    /// <summary><see cref="VllmOptions.ExtraFlags"/>. Default: empty.</summary>
    public ImmutableArray<string> ExtraFlags { get; init; } = [];
}
