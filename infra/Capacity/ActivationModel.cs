namespace Clawdbot.Infra.Capacity;

/// <summary>The peak of PyTorch's allocations while vLLM runs one dummy batch of the largest size.</summary>
internal sealed class ActivationModel(MemoryModelInput input, EngineBehaviour engine, BatchLimits batch, int elementBytes, int context)
{
    private readonly ModelArchitecture _model = input.Model;
    private readonly int _gpus = input.TensorParallelSize;

    /// <summary>
    /// The sampler on the last hidden states of all sequences: logits of the whole vocabulary, because tensor parallel ranks gather them,
    /// and the hidden states of the batch that are still alive.
    /// </summary>
    public double SamplerBytes =>
        ((double)batch.Sequences * _model.VocabSize * BytesPerLogit / (engine.ShardedSampling ? _gpus : 1))
        + (engine.SamplerRowPerMultiprocessor ? (double)input.Gpu.Multiprocessors * _model.VocabSize * 4 : 0)
        + ((double)(batch.Tokens + batch.Sequences) * _model.HiddenSize * elementBytes);

    /// <summary>Bytes per logit: the raw one in the model's type, unless that is already the 32-bit copy, and the sampler's.</summary>
    public int BytesPerLogit => engine.SamplerBytes + (elementBytes == 4 && !engine.SecondRunner ? 0 : elementBytes);

    /// <summary>Hidden states that live beside the feed-forward block, in multiples of one.</summary>
    public double HiddenCopies => engine.Legacy || input.EnforceEager ? MemoryModelDefaults.EagerHiddenCopies : MemoryModelDefaults.CompiledHiddenCopies;

    /// <summary>A dense feed-forward block: the fused gate and up projections and their product, beside copies of the hidden states.</summary>
    public double FeedForwardBytes =>
        batch.Tokens * ((MatrixWidths * (double)_model.IntermediateSize / _gpus) + (HiddenCopies * _model.HiddenSize)) * elementBytes;

    /// <summary>3 for a gated block, 2 otherwise.</summary>
    public int MatrixWidths => _model.GatedMlp ? 3 : 2;

    /// <summary>The fused expert kernel: every token once for each of its experts, as input of the gate (shared with the result) and as its product.</summary>
    public double ExpertBytes => _model.Moe is not { } moe ? 0
        : batch.Tokens * ((moe.ActiveExperts * (Math.Max(2.0 * moe.IntermediateSize / _gpus, _model.HiddenSize) + ((double)moe.IntermediateSize / _gpus)))
            + (HiddenCopies * _model.HiddenSize)) * elementBytes;

    /// <summary>Latent attention expands as much cached context as its prefill workspace holds.</summary>
    public double LatentBytes
    {
        get
        {
            if (_model.Latent is not { } latent || !engine.CompressedLatent)
                return 0;
            var rows = Math.Min(Math.Max(8L * context, 4L * batch.Sequences * MemoryModelDefaults.LatentBlockSize), MemoryModelDefaults.LatentWorkspaceTokens);
            return (((double)rows * _model.AttentionHeads / _gpus * (latent.PlainHeadDim + latent.ValueHeadDim))
                + (batch.Tokens * HiddenCopies * _model.HiddenSize)) * elementBytes;
        }
    }

    /// <summary>Images that are encoded together: as many as a batch of tokens holds, one at least.</summary>
    public int Images => _model.Vision is { } vision ? Math.Max(1, batch.Tokens / vision.MaxTokensPerImage) : 0;

    /// <summary>Encoded images, kept while the decoder runs.</summary>
    public double EncodedImageBytes => _model.Vision is { } vision && !engine.Legacy
        ? (double)Math.Max(batch.Tokens, Images * vision.MaxTokensPerImage) * _model.HiddenSize * elementBytes
        : 0;

    /// <summary>The image encoder at work: its feed-forward block and copies of its hidden states.</summary>
    public double EncoderBytes => _model.Vision is { } vision
        ? (double)Images * vision.MaxTokensPerImage * vision.PatchesPerToken
            * ((2.0 * vision.IntermediateSize / (vision.ShardedByTensorParallel ? _gpus : 1)) + (MemoryModelDefaults.EagerHiddenCopies * vision.HiddenSize)) * elementBytes
        : 0;

    /// <summary>Workspace of cuBLAS and small inputs, alive throughout.</summary>
    public double ConstantBytes => MemoryModelDefaults.SmallInputsBytes
        + (input.Gpu.ComputeCapability >= 90 ? MemoryModelDefaults.HopperBlasWorkspaceBytes : MemoryModelDefaults.BlasWorkspaceBytes);

    /// <summary>The peak and the words for it.</summary>
    public MemoryTerm Peak()
    {
        var decoder = new (string Text, double Bytes)[]
        {
            (FormattableString.Invariant($"sampler {batch.Sequences} seqs x {_model.VocabSize} logits x {BytesPerLogit} B + {batch.Tokens} tokens x {_model.HiddenSize} x {elementBytes} B"), SamplerBytes),
            (FormattableString.Invariant($"feed-forward {batch.Tokens} tokens x ({MatrixWidths} x {_model.IntermediateSize}/{_gpus} + {HiddenCopies} x {_model.HiddenSize}) x {elementBytes} B"), _model.Moe is { DenseLayers: 0 } ? 0 : FeedForwardBytes),
            (FormattableString.Invariant($"experts {batch.Tokens} tokens x {_model.Moe?.ActiveExperts} experts x width {_model.Moe?.IntermediateSize}/{_gpus}"), ExpertBytes),
            ("latent attention's prefill workspace", LatentBytes),
        }.MaxBy(part => part.Bytes);
        var images = EncodedImageBytes;
        var encoder = EncoderBytes;
        var text = encoder > decoder.Bytes + images
            ? FormattableString.Invariant($"image encoder, {Images} images of {_model.Vision?.MaxTokensPerImage} tokens")
            : images > 0 ? $"{decoder.Text} + encoded images" : decoder.Text;
        return new MemoryTerm("activationPeak", (Math.Max(encoder, decoder.Bytes + images) + ConstantBytes) / MemoryModelDefaults.GiB, $"{text} + workspace");
    }
}
