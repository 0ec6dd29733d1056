using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>The options that follow from card, model and storage alone.</summary>
internal static class OptionChoice
{
    /// <summary>All options of a server; what a person set wins.</summary>
    internal static VllmOptions Options(CapacityRequest request, int gpus, int sequences, int tokens)
    {
        var own = request.Overrides;
        return new VllmOptions
        {
            ServedModelName = request.ServedModelName ?? request.ModelId,
            MaxModelLen = own.MaxModelLen ?? request.Goal.ContextTokens,
            GpuMemoryUtilization = own.GpuMemoryUtilization ?? CapacityPlannerDefaults.Utilization,
            MaxNumSeqs = own.MaxNumSeqs ?? sequences,
            MaxNumBatchedTokens = own.MaxNumBatchedTokens ?? tokens,
            TensorParallelSize = gpus,
            Dtype = own.Dtype ?? (request.Gpu.HasBfloat16 ? "auto" : "half"),
            Quantization = own.Quantization,
            KvCacheDtype = own.KvCacheDtype,
            EnforceEager = own.EnforceEager ?? (request.Gpu.MemoryMiB <= CapacityPlannerDefaults.EagerUpToMiB),
            PrefixCaching = own.PrefixCaching ?? true,
            SafetensorsLoadStrategy = own.SafetensorsLoadStrategy ?? LoadStrategy(request),
            ToolCallParser = own.ToolCallParser ?? ToolCallParsers.For(request.ModelId, request.Model.ClassName),
            ExtraFlags = own.ExtraFlags,
        };
    }

    /// <summary>The arithmetic's question for a set of options that passed the rules.</summary>
    internal static MemoryModelInput Memory(CapacityRequest request, VllmOptions options) => new()
    {
        Model = request.Model,
        Gpu = request.Gpu,
        Format = Format(request),
        Dtype = ElementTypes.Parse(options.Dtype)!.Value,
        KvCacheDtype = ElementTypes.Parse(options.KvCacheDtype ?? "auto")!.Value,
        TensorParallelSize = options.TensorParallelSize,
        GpuMemoryUtilization = options.GpuMemoryUtilization,
        MaxModelLen = options.MaxModelLen,
        MaxNumSeqs = options.MaxNumSeqs,
        MaxNumBatchedTokens = options.MaxNumBatchedTokens,
        EnforceEager = options.EnforceEager,
        Version = request.Version,
    };

    /// <summary>Format of the weights in GPU memory.</summary>
    internal static WeightFormat Format(CapacityRequest request) =>
        QuantizationOption.Apply(request.Overrides.Quantization, request.Format ?? request.Model.Format) ?? request.Format ?? request.Model.Format;

    private static string? LoadStrategy(CapacityRequest request) => request.Storage switch
    {
        WeightStorage.LocalNvme => null,
        _ when request.Version >= VllmDefaults.PrefetchSince => "prefetch",
        _ when VllmFlagCatalog.WhyMissing("--safetensors-load-strategy", request.Version) is null => "eager",
        _ => null,
    };
}
