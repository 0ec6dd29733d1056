namespace Clawdbot.Infra.Capacity;

/// <summary>How a release of vLLM accounts for memory with this model on this card.</summary>
internal sealed record EngineBehaviour
{
    /// <summary>The V0 engine: before 0.8, and before 0.11 on cards that V1 did not support.</summary>
    public required bool Legacy { get; init; }

    /// <summary>Model runner V2.</summary>
    public required bool SecondRunner { get; init; }

    /// <summary>V1 before 0.9.1 counted everything on the card, the CUDA context included (vllm-project/vllm#18974, #19312).</summary>
    public required bool CountsContext { get; init; }

    /// <summary>Layers with a window share the pool in groups (0.9.1 and newer).</summary>
    public required bool HybridCache { get; init; }

    /// <summary>The log's token count is concurrency times context instead of blocks times 16 (0.22 and newer; the same unless windows differ).</summary>
    public required bool CapacityFromConcurrency { get; init; }

    /// <summary>Latent attention keeps compressed vectors (0.7.1 and newer).</summary>
    public required bool CompressedLatent { get; init; }

    /// <summary>Bytes per logit beyond the raw one.</summary>
    public required int SamplerBytes { get; init; }

    /// <summary>Whether the sampler holds a row of logits for each multiprocessor.</summary>
    public required bool SamplerRowPerMultiprocessor { get; init; }

    /// <summary>Whether the estimate of CUDA graphs is taken from the budget.</summary>
    public required bool GraphsBudgeted { get; init; }

    /// <summary>Batches that may be under way together, which widens the reserve of windows (asynchronous scheduling is on since 0.14).</summary>
    public required int ConcurrentBatches { get; init; }

    /// <summary>One block is held back when the context is checked (0.33 and newer).</summary>
    public required bool NullBlockReserved { get; init; }

    /// <summary>Sampling is split over the GPUs (0.29 and newer, runner V2).</summary>
    public required bool ShardedSampling { get; init; }

    /// <summary>Derives the behaviour.</summary>
    /// <param name="version">Release.</param>
    /// <param name="gpu">Card.</param>
    /// <param name="model">Shapes.</param>
    /// <param name="format">Format of the weights.</param>
    public static EngineBehaviour Of(VllmVersion version, GpuSku gpu, ModelArchitecture model, WeightFormat format)
    {
        var legacy = version < new VllmVersion(0, 8) || (version < new VllmVersion(0, 11) && !gpu.HasBfloat16);
        var second = !legacy && UsesSecondRunner(version, model, format);
        var filters = version >= MemoryModelDefaults.FilteringSamplerSince;
        return new EngineBehaviour
        {
            Legacy = legacy,
            SecondRunner = second,
            CountsContext = !legacy && version < new VllmVersion(0, 9, 1),
            HybridCache = !legacy && version >= new VllmVersion(0, 9, 1) && !model.ChunkedAttention,
            CapacityFromConcurrency = version >= new VllmVersion(0, 22),
            CompressedLatent = version >= new VllmVersion(0, 7, 1),
            SamplerBytes = second
                ? version >= MemoryModelDefaults.SecondRunnerSkipsCopySince ? 0 : MemoryModelDefaults.SecondRunnerSamplerBytes
                : filters ? MemoryModelDefaults.FilteringSamplerBytes : MemoryModelDefaults.SortingSamplerBytes,
            SamplerRowPerMultiprocessor = filters && !second,
            GraphsBudgeted = version >= MemoryModelDefaults.GraphsBudgetedSince && (!second || version >= MemoryModelDefaults.SecondRunnerGraphsSince),
            ConcurrentBatches = version >= new VllmVersion(0, 14) ? 2 : 1,
            NullBlockReserved = version >= new VllmVersion(0, 33),
            ShardedSampling = second && version >= new VllmVersion(0, 29),
        };
    }

    /// <summary>
    /// Runner V2 became the default for unquantised Llama, Mistral and Qwen3 in 0.22 (vllm-project/vllm#39337), for all dense models in 0.25
    /// (#44443), and for the rest in 0.28.
    /// </summary>
    private static bool UsesSecondRunner(VllmVersion version, ModelArchitecture model, WeightFormat format) =>
        version >= new VllmVersion(0, 28)
        || (version >= new VllmVersion(0, 25) && model.Moe is null)
        || (version >= new VllmVersion(0, 22) && format == WeightFormat.Unquantized
            && (model.ClassName is "LlamaForCausalLM" or "MistralForCausalLM" or "Qwen3ForCausalLM"));
}
