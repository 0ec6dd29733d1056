namespace Clawdbot.Infra.Capacity;

/// <summary>A vLLM server whose memory is to be computed. Options that are null take the default of the release, as vLLM would.</summary>
public sealed record MemoryModelInput
{
    /// <summary>Shapes of the model.</summary>
    public required ModelArchitecture Model { get; init; }

    /// <summary>The card; all of a server are the same.</summary>
    public required GpuSku Gpu { get; init; }

    /// <summary>Format of the weights.</summary>
    /// <value>Default: null, what the model's publisher ships.</value>
    public WeightFormat? Format { get; init; }

    /// <summary><c>--dtype</c>.</summary>
    /// <value>Default: auto, the model's type, or float16 where the card lacks bfloat16.</value>
    public ElementType Dtype { get; init; }

    /// <summary><c>--kv-cache-dtype</c>.</summary>
    /// <value>Default: auto, as <see cref="Dtype"/>.</value>
    public ElementType KvCacheDtype { get; init; }

    /// <summary><c>--tensor-parallel-size</c>. Pipeline parallelism is not modelled: it is always 1.</summary>
    /// <value>Default: 1.</value>
    public int TensorParallelSize { get; init; } = 1;

    /// <summary><c>--gpu-memory-utilization</c>, above 0 and at most 1.</summary>
    /// <value>Default: null, 0.92 or before 0.20 0.90.</value>
    public double? GpuMemoryUtilization { get; init; }

    /// <summary><c>--max-model-len</c> in tokens.</summary>
    /// <value>Default: null, the model's longest.</value>
    public int? MaxModelLen { get; init; }

    /// <summary><c>--max-num-seqs</c>.</summary>
    /// <value>Default: null, 256 or 1024 by card and release.</value>
    public int? MaxNumSeqs { get; init; }

    /// <summary><c>--max-num-batched-tokens</c>.</summary>
    /// <value>Default: null, 2048 or 8192 by card and release; in V0 the context length.</value>
    public int? MaxNumBatchedTokens { get; init; }

    /// <summary><c>--enforce-eager</c>: neither compiled code nor CUDA graphs.</summary>
    public bool EnforceEager { get; init; }

    /// <summary>Release of vLLM.</summary>
    /// <value>Default: null, <see cref="MemoryModelDefaults.AssumedVersion"/>.</value>
    public VllmVersion? Version { get; init; }

    /// <summary>Memory in GiB that CUDA reports, when it is known better than from the catalogue.</summary>
    /// <value>Default: null, the catalogue's figure.</value>
    public double? TotalGiB { get; init; }

    /// <summary>Memory in GiB that is free when vLLM starts, when other programs use some.</summary>
    /// <value>Default: null, all but the CUDA context.</value>
    public double? FreeAtStartGiB { get; init; }

    /// <summary>Whether contexts beyond the model's configuration are wanted (<c>VLLM_ALLOW_LONG_MAX_MODEL_LEN=1</c>).</summary>
    public bool AllowLongContext { get; init; }
}
