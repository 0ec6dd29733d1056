namespace Clawdbot.Infra.Capacity;

/// <summary>Memory that neither weights nor activations take: CUDA context, kernels, collective operations, CUDA graphs.</summary>
internal sealed class RuntimeMemory(MemoryModelInput input, EngineBehaviour engine, VllmVersion version, BatchLimits batch)
{
    private bool Hopper => input.Gpu.ComputeCapability >= 90;

    private bool NvLinkSharp => input.TensorParallelSize > 1 && Hopper && input.Gpu.HasNvLink;

    /// <summary>The CUDA context and what collective operations hold before vLLM looks at free memory.</summary>
    public double AtStartGiB =>
        (Hopper ? MemoryModelDefaults.HopperContextGiB : MemoryModelDefaults.ContextGiB) + (NvLinkSharp ? MemoryModelDefaults.NvLinkSharpAtStartGiB : 0);

    /// <summary>What grows outside PyTorch while vLLM profiles.</summary>
    public MemoryTerm NonTorch()
    {
        var kernels = version >= MemoryModelDefaults.LaterNonTorchSince ? MemoryModelDefaults.LaterNonTorchGiB
            : Hopper ? MemoryModelDefaults.HopperNonTorchGiB : MemoryModelDefaults.NonTorchGiB;
        var collective = CollectiveGiB();
        var context = engine.CountsContext ? AtStartGiB : 0;
        var text = FormattableString.Invariant($"kernels {kernels:0.00}");
        if (collective > 0)
            text += FormattableString.Invariant($" + collective operations of {input.TensorParallelSize} GPUs {collective:0.00}");
        if (context > 0)
            text += FormattableString.Invariant($" + CUDA context {context:0.00}");
        return new MemoryTerm("nonTorch", kernels + collective + context, text);
    }

    /// <summary>Buffers that the runner makes before it loads weights, where the release counts them.</summary>
    public MemoryTerm RunnerBuffers()
    {
        var counted = engine.SecondRunner && version >= MemoryModelDefaults.RunnerBuffersCountSince;
        var bytes = counted ? (double)batch.Sequences * input.Model.VocabSize * MemoryModelDefaults.PenaltyCounterBytes : 0;
        return new MemoryTerm("runnerBuffers", bytes / MemoryModelDefaults.GiB, counted
            ? FormattableString.Invariant($"penalty counters {batch.Sequences} seqs x {input.Model.VocabSize} x {MemoryModelDefaults.PenaltyCounterBytes} B")
            : "not counted by this release");
    }

    /// <summary>Memory of captured CUDA graphs, whether the budget counts it or not.</summary>
    public double GraphGiB => input.EnforceEager || !input.Gpu.HasCudaGraphs ? 0 : input.Model.Layers * (engine switch
    {
        { Legacy: true } => MemoryModelDefaults.LegacyGraphGiBPerLayer,
        { SecondRunner: true } => MemoryModelDefaults.SecondRunnerGraphGiBPerLayer,
        _ => MemoryModelDefaults.GraphFirstGiBPerLayer + (MemoryModelDefaults.GraphRestGiBPerLayer * CaptureSizes(batch.Sequences) / CaptureSizes(int.MaxValue / 2)),
    });

    /// <summary>The part of <see cref="GraphGiB"/> that the budget counts.</summary>
    public MemoryTerm Graphs() => new("cudaGraphs", engine.GraphsBudgeted ? GraphGiB : 0,
        GraphGiB == 0 ? "none in eager mode"
        : engine.GraphsBudgeted ? FormattableString.Invariant($"{input.Model.Layers} layers x {GraphGiB / input.Model.Layers:0.0000} GiB")
        : FormattableString.Invariant($"outside the budget of this release, about {GraphGiB:0.00} GiB more"));

    private double CollectiveGiB() => input.TensorParallelSize == 1 || !input.Gpu.HasNvLink ? 0
        : NvLinkSharp ? MemoryModelDefaults.NvLinkSharpGiB + (MemoryModelDefaults.NvLinkSharpPerGpuGiB * input.TensorParallelSize)
        : MemoryModelDefaults.NvLinkGiB;

    /// <summary>Sizes 1, 2, 4, then steps of 8 up to 256 and of 16 up to twice the sequences or 512.</summary>
    private static int CaptureSizes(int sequences)
    {
        var largest = Math.Min(2 * sequences, MemoryModelDefaults.LargestCapture);
        return (largest >= 4 ? 3 : largest >= 2 ? 2 : 1) + (Math.Min(largest, 256) / 8) + (Math.Max(0, largest - 256) / 16);
    }
}
