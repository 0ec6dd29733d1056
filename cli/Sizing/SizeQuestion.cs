using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>What a person asks about one model on one card.</summary>
/// <param name="Model">The model.</param>
/// <param name="Gpu">The card.</param>
/// <param name="Goal">The wanted load and the flags that are set by hand.</param>
internal sealed record SizeQuestion(SizedModel Model, GpuSku Gpu, SizeGoal Goal)
{
    /// <summary>The server with what was given, and the defaults of vLLM for the rest.</summary>
    public MemoryModelInput MemoryInput() => new()
    {
        Model = Model.Architecture,
        Gpu = Gpu,
        Format = Model.Format,
        Dtype = Goal.Dtype,
        KvCacheDtype = Goal.KvCacheDtype ?? ElementType.Auto,
        TensorParallelSize = Goal.Gpus ?? 1,
        GpuMemoryUtilization = Goal.Utilization,
        MaxModelLen = Goal.Context,
        MaxNumSeqs = Goal.MaxNumSeqs,
        MaxNumBatchedTokens = Goal.MaxNumBatchedTokens,
        EnforceEager = Goal.EnforceEager ?? false,
        Version = Goal.Version ?? SizeDefaults.Version,
    };
}
