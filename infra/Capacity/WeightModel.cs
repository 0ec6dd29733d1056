namespace Clawdbot.Infra.Capacity;

/// <summary>Bytes of the weights on one GPU, as "Model loading took" counts them.</summary>
internal static class WeightModel
{
    /// <summary>Weights, rotation tables and image encoder, each tensor as PyTorch's allocator counts it.</summary>
    /// <param name="model">Shapes.</param>
    /// <param name="format">Format of linear layers.</param>
    /// <param name="gpus">Tensor parallel size.</param>
    /// <param name="elementBytes">Bytes of the model's type.</param>
    public static double Bytes(ModelArchitecture model, WeightFormat format, int gpus, int elementBytes)
    {
        double bytes = WeightTensors.OnOneGpu(model, gpus).Sum(tensor => Counted(StoredBytes(tensor, model, format, gpus, elementBytes)) * (double)tensor.Count);
        if (model.DeclaredParameters is { } declared)
            bytes = FromDeclared(model, declared, format, gpus, elementBytes);
        if (model.Vision is { } vision)
            bytes += (double)vision.Parameters * elementBytes / (vision.ShardedByTensorParallel ? gpus : 1);
        return bytes + RotationTableBytes(model, elementBytes);
    }

    /// <summary>What the caching allocator counts for a tensor: whole steps for large ones whose rest is too small to be used otherwise.</summary>
    public static long Counted(long bytes)
    {
        if (bytes < MemoryModelDefaults.LargeTensorBytes)
            return RoundUp(bytes, MemoryModelDefaults.SmallStepBytes);
        var segment = RoundUp(bytes, MemoryModelDefaults.LargeStepBytes);
        return segment - bytes <= MemoryModelDefaults.UnsplitRestBytes ? segment : bytes;
    }

    /// <summary>One row per position of the configuration, whatever <c>--max-model-len</c> says.</summary>
    private static double RotationTableBytes(ModelArchitecture model, int elementBytes)
    {
        var width = model.Latent?.RotaryDim ?? (model.RotaryDim > 0 ? model.RotaryDim : model.HeadDim);
        return (double)model.MaxPositions * width * elementBytes * model.RotaryTables;
    }

    private static long StoredBytes(WeightTensor tensor, ModelArchitecture model, WeightFormat format, int gpus, int elementBytes) =>
        tensor.Kind is WeightKind.Linear or WeightKind.Expert
            ? (long)(PaddedElements(tensor, model, format, gpus) * BytesPerWeight(tensor.Kind, format, elementBytes))
            : tensor.Elements * elementBytes;

    private static double BytesPerWeight(WeightKind kind, WeightFormat format, int elementBytes) => format switch
    {
        // A 16-bit scale and a 4-bit zero point for each group.
        WeightFormat.Awq => 0.5 + (2.5 / MemoryModelDefaults.QuantizationGroup),
        WeightFormat.Gptq => 0.5 + (2.0 / MemoryModelDefaults.QuantizationGroup),
        WeightFormat.BitsAndBytes4 => 0.5 + (4.0 / MemoryModelDefaults.BitsAndBytesBlock),
        WeightFormat.Fp8 or WeightFormat.W8A8 => 1,
        WeightFormat.Mxfp4 when kind == WeightKind.Expert => 0.5 + (1.0 / MemoryModelDefaults.MxfpBlock),
        _ => elementBytes,
    };

    /// <summary>The elements, and for MXFP4 experts those that pad both widths; gate and up are padded one by one.</summary>
    private static double PaddedElements(WeightTensor tensor, ModelArchitecture model, WeightFormat format, int gpus)
    {
        if (format != WeightFormat.Mxfp4 || tensor.Kind != WeightKind.Expert || model.Moe is not { } moe)
            return tensor.Elements;
        long width = moe.IntermediateSize / gpus;
        var matrices = tensor.Elements / (model.HiddenSize * width);
        return (double)matrices * RoundUp(width, MemoryModelDefaults.MxfpIntermediatePadding) * RoundUp(model.HiddenSize, MemoryModelDefaults.MxfpHiddenPadding);
    }

    /// <summary>Weights of a model of which only a rounded parameter count is known: embeddings by shape, everything else quantised alike.</summary>
    private static double FromDeclared(ModelArchitecture model, long declared, WeightFormat format, int gpus, int elementBytes)
    {
        var embeddings = (double)model.VocabSize * model.HiddenSize * (model.TiedEmbeddings ? 1 : 2);
        var kind = model.Moe is null ? WeightKind.Linear : WeightKind.Expert;
        var rest = Math.Max(0, declared - embeddings - (model.Vision?.Parameters ?? 0));
        return ((embeddings * elementBytes) + (rest * BytesPerWeight(kind, format, elementBytes))) / gpus;
    }

    private static long RoundUp(long value, long step) => (value + step - 1) / step * step;
}
