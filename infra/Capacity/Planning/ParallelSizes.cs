using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Over how many GPUs vLLM can split a model.</summary>
public static class ParallelSizes
{
    /// <summary>Sizes that vLLM accepts for the model, smallest first, up to <paramref name="gpusPerNode"/>.</summary>
    /// <param name="model">Shapes.</param>
    /// <param name="format">Format of the weights.</param>
    /// <param name="gpusPerNode">GPUs of one node, 1 or more.</param>
    public static IEnumerable<int> Valid(ModelArchitecture model, WeightFormat format, int gpusPerNode) =>
        VllmDefaults.TensorParallelSizes.Where(size => size <= gpusPerNode && WhyInvalid(model, format, size) is null);

    /// <summary>Why vLLM refuses a size; null when it accepts it.</summary>
    /// <param name="model">Shapes.</param>
    /// <param name="format">Format of the weights.</param>
    /// <param name="size">GPUs of one server, 1 or more.</param>
    public static string? WhyInvalid(ModelArchitecture model, WeightFormat format, int size)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.AttentionHeads % size != 0)
            return FormattableString.Invariant($"it does not divide the {model.AttentionHeads} attention heads");
        // Fewer heads than GPUs are copied, which works out only when every GPU gets the same number.
        if (model.Latent is null && (model.KvHeads >= size ? model.KvHeads % size : size % model.KvHeads) != 0)
            return FormattableString.Invariant($"the {model.KvHeads} key and value heads cannot be shared out evenly");
        var grouped = format is WeightFormat.Awq or WeightFormat.Gptq && model.Moe is null;
        return grouped && (model.IntermediateSize % size != 0 || model.IntermediateSize / size % MemoryModelDefaults.QuantizationGroup != 0)
            ? FormattableString.Invariant($"a part of the feed-forward width {model.IntermediateSize} would cut a quantisation group of {MemoryModelDefaults.QuantizationGroup}")
            : null;
    }
}
