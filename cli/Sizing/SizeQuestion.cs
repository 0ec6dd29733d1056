using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>What a person asks <c>clawdbot size</c> about one model on one card.</summary>
internal sealed record SizeQuestion
{
    /// <summary>The model as the report calls it.</summary>
    public required string Model { get; init; }

    /// <summary>Shapes of the model.</summary>
    public required ModelArchitecture Architecture { get; init; }

    /// <summary>Where the shapes come from, when that is not the model's own entry of the catalogue; empty otherwise.</summary>
    public string ShapesNote { get; init; } = "";

    /// <summary>Format of the weights.</summary>
    public required WeightFormat Format { get; init; }

    /// <summary>The card.</summary>
    public required GpuSku Gpu { get; init; }

    /// <summary>The wanted load and the flags that are set by hand.</summary>
    public required SizeGoal Goal { get; init; }

    /// <summary>The server with what was given, and the defaults of vLLM for the rest.</summary>
    public MemoryModelInput MemoryInput() => new()
    {
        Model = Architecture,
        Gpu = Gpu,
        Format = Format,
        Dtype = Goal.Dtype,
        KvCacheDtype = Goal.KvCacheDtype ?? ElementType.Auto,
        TensorParallelSize = Goal.Gpus ?? 1,
        GpuMemoryUtilization = Goal.Utilization,
        MaxModelLen = Goal.Context,
        MaxNumSeqs = Goal.MaxNumSeqs,
        MaxNumBatchedTokens = Goal.MaxNumBatchedTokens,
        EnforceEager = Goal.EnforceEager ?? false,
        Version = Goal.Version,
    };
}
