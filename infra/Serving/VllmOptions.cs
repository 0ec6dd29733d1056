using System.Collections.Immutable;

namespace Clawdbot.Infra.Serving;

/// <summary>The vLLM options that a pool sets, in the spelling of the settings file.</summary>
public sealed record VllmOptions
{
    /// <summary>Name that clients ask for (<c>--served-model-name</c>).</summary>
    /// <value>Letters, digits, '.', '_', ':', '/' and '-'; 1 to 128 characters.</value>
    public required string ServedModelName { get; init; }

    /// <summary>Longest prompt plus answer (<c>--max-model-len</c>).</summary>
    /// <value>Tokens, 256 to 1048576.</value>
    public required int MaxModelLen { get; init; }

    /// <summary>Share of the GPU's memory that the server may take (<c>--gpu-memory-utilization</c>).</summary>
    /// <value>0.10 to 0.95.</value>
    public required double GpuMemoryUtilization { get; init; }

    /// <summary>Requests in one batch (<c>--max-num-seqs</c>).</summary>
    /// <value>1 to 4096, at most <see cref="MaxNumBatchedTokens"/>.</value>
    public required int MaxNumSeqs { get; init; }

    /// <summary>Tokens in one batch (<c>--max-num-batched-tokens</c>).</summary>
    /// <value>64 to 262144.</value>
    public required int MaxNumBatchedTokens { get; init; }

    /// <summary>GPUs that share one copy of the model (<c>--tensor-parallel-size</c>).</summary>
    /// <value>1, 2, 4 or 8, all on one node.</value>
    public required int TensorParallelSize { get; init; }

    /// <summary>Number format of the computation (<c>--dtype</c>).</summary>
    /// <value><c>auto</c> takes the checkpoint's; see <see cref="VllmDefaults.Dtypes"/>.</value>
    public required string Dtype { get; init; }

    /// <summary>Quantization method (<c>--quantization</c>).</summary>
    /// <value>Absent: what the checkpoint says, which is right for AWQ, GPTQ and FP8 checkpoints. See <see cref="VllmDefaults.Quantizations"/>.</value>
    public string? Quantization { get; init; }

    /// <summary>Number format of the KV cache (<c>--kv-cache-dtype</c>).</summary>
    /// <value>Absent: <c>auto</c>, the format of the computation. See <see cref="VllmDefaults.KvCacheDtypes"/>.</value>
    public string? KvCacheDtype { get; init; }

    /// <summary>Run without CUDA graphs (<c>--enforce-eager</c>): saves about a gibibyte on consumer cards, slows decoding.</summary>
    public required bool EnforceEager { get; init; }

    /// <summary>Keep the cache of common beginnings (<c>--enable-prefix-caching</c>): a chat sends its history again with each message.</summary>
    /// <value>True by default, as in vLLM.</value>
    public bool PrefixCaching { get; init; } = true;

    /// <summary>How weights are read (<c>--safetensors-load-strategy</c>).</summary>
    /// <value>Absent: what vLLM finds best for the file system. See <see cref="VllmDefaults.SafetensorsLoadStrategies"/>.</value>
    public string? SafetensorsLoadStrategy { get; init; }

    /// <summary>Parser of the model's tool calls (<c>--enable-auto-tool-choice --tool-call-parser</c>).</summary>
    /// <value>Absent: clients cannot ask for tools. See <see cref="VllmDefaults.ToolCallParsers"/>.</value>
    public string? ToolCallParser { get; init; }

    /// <summary>Further flags, each one <c>--name</c> or <c>--name=value</c>.</summary>
    /// <value>Empty by default. Flags with a setting of their own, removed flags and secrets are refused.</value>
    public ImmutableArray<string> ExtraFlags { get; init; } = [];
}
