namespace Clawdbot.Infra.Capacity;

/// <summary>Lists the weights that vLLM allocates for a model on one of its GPUs.</summary>
internal static class WeightTensors
{
    /// <summary>Parameters of the published checkpoint without the image encoder: one GPU, the vocabulary not padded, nothing derived.</summary>
    public static long CheckpointParameters(ModelArchitecture model) => List(model, 1, model.VocabSize, derived: false).Sum(Total);

    /// <summary>Parameters of the experts that a token does not pass.</summary>
    public static long IdleExpertParameters(ModelArchitecture model) => model.Moe is { } moe
        ? 3L * (moe.Experts - moe.ActiveExperts) * moe.IntermediateSize * model.HiddenSize * (model.Layers - moe.DenseLayers)
        : 0;

    /// <summary>
    /// The weights on one GPU. vLLM fuses query, key and value, and gate and up; pads the vocabulary to a multiple of 64; splits heads and
    /// intermediate width over the GPUs, but gives each at least one key and value head; and copies norms to all.
    /// </summary>
    /// <param name="model">The shapes.</param>
    /// <param name="gpus">Tensor parallel size.</param>
    public static IEnumerable<WeightTensor> OnOneGpu(ModelArchitecture model, int gpus) =>
        List(model, gpus, (model.VocabSize + MemoryModelDefaults.VocabPadding - 1) / MemoryModelDefaults.VocabPadding * MemoryModelDefaults.VocabPadding, derived: true);

    private static long Total(WeightTensor tensor) => tensor.Elements * tensor.Count;

    private static IEnumerable<WeightTensor> List(ModelArchitecture model, int gpus, int vocabulary, bool derived)
    {
        long hidden = model.HiddenSize;
        yield return new(WeightKind.Embedding, vocabulary / gpus * hidden, model.TiedEmbeddings ? 1 : 2);
        if (model.OutputBias)
            yield return new(WeightKind.Plain, vocabulary / gpus, 1);
        yield return new(WeightKind.Plain, hidden * (model.NormBias ? 2 : 1), (model.NormsPerLayer * model.Layers) + 1);
        foreach (var tensor in model.Latent is { } latent ? Latent(model, latent, gpus, derived) : Heads(model, gpus))
            yield return tensor;
        var denseLayers = model.Moe?.DenseLayers ?? model.Layers;
        if (denseLayers > 0)
        {
            foreach (var tensor in FeedForward(hidden, model.IntermediateSize / gpus, model.GatedMlp, model.MlpBias, denseLayers))
                yield return tensor;
        }
        if (model.Moe is { } moe)
        {
            foreach (var tensor in Experts(model, moe, gpus))
                yield return tensor;
        }
    }

    private static IEnumerable<WeightTensor> Heads(ModelArchitecture model, int gpus)
    {
        long hidden = model.HiddenSize;
        var query = (long)model.AttentionHeads / gpus * model.HeadDim;
        var fused = query + (2L * Math.Max(1, model.KvHeads / gpus) * model.HeadDim);
        yield return new(WeightKind.Linear, fused * hidden, model.Layers);
        yield return new(WeightKind.Linear, query * hidden, model.Layers);
        if (model.QkvBias)
            yield return new(WeightKind.Plain, fused, model.Layers);
        if (model.AttentionOutputBias)
            yield return new(WeightKind.Plain, hidden, model.Layers);
        if (model.QkNorm)
            yield return new(WeightKind.Plain, model.HeadDim, 2 * model.Layers);
        if (model.AttentionSinks)
            yield return new(WeightKind.Plain, model.AttentionHeads / gpus, model.Layers);
    }

    private static IEnumerable<WeightTensor> Latent(ModelArchitecture model, LatentAttention latent, int gpus, bool derived)
    {
        long hidden = model.HiddenSize;
        var heads = (long)model.AttentionHeads / gpus;
        var query = heads * (latent.PlainHeadDim + latent.RotaryDim);
        if (latent.QueryRank > 0)
        {
            yield return new(WeightKind.Linear, hidden * latent.QueryRank, model.Layers);
            yield return new(WeightKind.Plain, latent.QueryRank, model.Layers);
        }
        yield return new(WeightKind.Linear, query * (latent.QueryRank > 0 ? latent.QueryRank : hidden), model.Layers);
        yield return new(WeightKind.Linear, hidden * (latent.KvRank + latent.RotaryDim), model.Layers);
        yield return new(WeightKind.Plain, latent.KvRank, model.Layers);
        var expansion = heads * (latent.PlainHeadDim + latent.ValueHeadDim) * latent.KvRank;
        yield return new(WeightKind.Linear, expansion, model.Layers);
        yield return new(WeightKind.Linear, heads * latent.ValueHeadDim * hidden, model.Layers);
        // After loading, vLLM keeps both halves of the expansion a second time, transposed for decoding.
        if (derived)
            yield return new(WeightKind.Plain, expansion / 2, 2 * model.Layers);
    }

    private static IEnumerable<WeightTensor> FeedForward(long hidden, long intermediate, bool gated, bool bias, int layers)
    {
        yield return new(WeightKind.Linear, (gated ? 2 : 1) * intermediate * hidden, layers);
        yield return new(WeightKind.Linear, intermediate * hidden, layers);
        if (bias)
        {
            yield return new(WeightKind.Plain, intermediate, layers);
            yield return new(WeightKind.Plain, hidden, layers);
        }
    }

    private static IEnumerable<WeightTensor> Experts(ModelArchitecture model, MoeShape moe, int gpus)
    {
        long hidden = model.HiddenSize;
        var layers = model.Layers - moe.DenseLayers;
        long intermediate = moe.IntermediateSize / gpus;
        yield return new(WeightKind.Expert, 2 * moe.Experts * intermediate * hidden, layers);
        yield return new(WeightKind.Expert, moe.Experts * intermediate * hidden, layers);
        yield return new(WeightKind.Plain, moe.Experts * hidden, layers);
        if (moe.Bias)
        {
            yield return new(WeightKind.Plain, 2 * moe.Experts * intermediate, layers);
            yield return new(WeightKind.Plain, moe.Experts * hidden, layers);
            yield return new(WeightKind.Plain, moe.Experts, layers);
        }
        if (moe.SharedIntermediateSize > 0)
        {
            foreach (var tensor in FeedForward(hidden, moe.SharedIntermediateSize / gpus, gated: true, bias: false, layers))
                yield return tensor;
        }
        if (moe.SharedGate)
            yield return new(WeightKind.Plain, hidden, layers);
    }
}
