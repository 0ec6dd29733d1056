namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>
/// A roofline of one server. Prompts are limited by tensor throughput, answers by memory bandwidth: each step reads the weights once for
/// all requests, and every request's cache. Prompts are worked off in between, so each step carries its share of them.
/// </summary>
public static class SpeedModel
{
    /// <summary>Computes the speed.</summary>
    /// <param name="input">The server.</param>
    public static SpeedEstimate Estimate(SpeedModelInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var prefill = Prefill(input);
        var (roofline, communication) = Decode(input);
        var step = roofline + communication;
        var share = (double)input.Requests / input.AnswerTokens;
        var perToken = step + (share * prefill);
        var first = prefill + perToken;
        return new SpeedEstimate
        {
            Terms =
            [
                new("prefill", prefill, FormattableString.Invariant($"{input.PromptTokens} tokens x 2 x {ActiveMatrixParameters(input) / 1e9:0.0}e9 / ({input.TensorParallelSize} x {Throughput(input) / 1e12:0} TFLOPS)")),
                new("decodeStep", step, FormattableString.Invariant($"weights and {input.Requests} x {AverageContext(input)} cached tokens at {Bandwidth(input) / 1e9:0} GB/s, all-reduce {communication * 1000:0.0} ms, launch overhead")),
                new("stepWithPrefill", perToken, FormattableString.Invariant($"decode step + {input.Requests} requests / {input.AnswerTokens} tokens x prefill")),
            ],
            Requests = input.Requests,
            FirstTokenSeconds = first,
            SecondsPerToken = perToken,
            AnswerSeconds = first + ((input.AnswerTokens - 1) * perToken),
            ParallelEfficiency = roofline / step,
            ParallelReason = ParallelReason(input, roofline / step),
        };
    }

    /// <summary>Seconds until a prompt is read, the server to itself.</summary>
    public static double Prefill(SpeedModelInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        double tokens = input.PromptTokens;
        var batches = Math.Ceiling(tokens / input.MaxNumBatchedTokens);
        // Queries times keys and weights times values, 2 operations each; among the new tokens the causal mask needs half.
        var attention = 4 * tokens * (input.CachedTokens + (tokens / 2)) * input.Model.AttentionHeads * input.Model.HeadDim * input.Model.Layers;
        var compute = ((2 * ActiveMatrixParameters(input) * tokens) + attention) / input.TensorParallelSize / Throughput(input);
        var reading = batches * DecodeWeightBytes(input, (int)Math.Min(tokens, input.MaxNumBatchedTokens)) / Bandwidth(input);
        return Math.Max(compute, reading) + AllReduce(input, tokens, batches) + (batches * LaunchSeconds(input));
    }

    /// <summary>Seconds of one step without and of communication.</summary>
    private static (double Roofline, double Communication) Decode(SpeedModelInput input)
    {
        var cached = (double)input.Requests * AverageContext(input) * input.KvBytesPerToken;
        var reading = (DecodeWeightBytes(input, input.Requests) + cached) / Bandwidth(input);
        var compute = 2 * ActiveMatrixParameters(input) * input.Requests / input.TensorParallelSize / Throughput(input);
        return (Math.Max(reading, compute) + LaunchSeconds(input), AllReduce(input, input.Requests, 1));
    }

    private static double LaunchSeconds(SpeedModelInput input) => SpeedModelDefaults.StepOverheadSeconds
        + (input.Model.Layers * (input.EnforceEager || !input.Gpu.HasCudaGraphs ? SpeedModelDefaults.EagerLayerSeconds : SpeedModelDefaults.GraphLayerSeconds));

    private static int AverageContext(SpeedModelInput input) => input.CachedTokens + input.PromptTokens + (input.AnswerTokens / 2);

    /// <summary>Parameters that a token is multiplied with: the input embedding is looked up instead.</summary>
    private static double ActiveMatrixParameters(SpeedModelInput input) =>
        input.Model.ActiveParameters - (input.Model.TiedEmbeddings ? 0 : (double)input.Model.VocabSize * input.Model.HiddenSize);

    /// <summary>Bytes of weights that a step reads: of a mixture, the experts that at least one token chose.</summary>
    private static double DecodeWeightBytes(SpeedModelInput input, int tokens)
    {
        var model = input.Model;
        var bytes = input.WeightsGiB * MemoryModelDefaults.GiB;
        if (!model.TiedEmbeddings)
            bytes -= Math.Min(bytes / 2, 2.0 * model.VocabSize * model.HiddenSize / input.TensorParallelSize);
        if (model.Moe is not { } moe || moe.Experts <= moe.ActiveExperts)
            return bytes;
        var idle = (double)(model.Parameters - model.ActiveParameters);
        var experts = Math.Min(1, idle * moe.Experts / (moe.Experts - moe.ActiveExperts) / model.Parameters);
        var chosen = 1 - Math.Pow(1 - ((double)moe.ActiveExperts / moe.Experts), tokens);
        return bytes * (1 - experts + (experts * chosen));
    }

    private static double Bandwidth(SpeedModelInput input) => input.Gpu.BandwidthGBps.Value * 1e9 * SpeedModelDefaults.BandwidthShare;

    /// <summary>
    /// Operations per second of one card with these weights. FP8 weights multiply in FP8 where the card can, and as 16-bit numbers
    /// (W8A16) where it cannot; 4-bit weights always as 16-bit numbers.
    /// </summary>
    private static double Throughput(SpeedModelInput input)
    {
        var half = input.Gpu.Compute16Tflops.Value;
        var tflops = input.Format switch
        {
            WeightFormat.Fp8 when input.Gpu.ComputeFp8Tflops is { } eight => eight.Value,
            WeightFormat.W8A8 when input.Gpu.ComputeCapability >= 75 => half * SpeedModelDefaults.Int8Ratio,
            WeightFormat.Awq or WeightFormat.Gptq or WeightFormat.Mxfp4 => half * SpeedModelDefaults.FourBitShare,
            WeightFormat.BitsAndBytes4 => half * SpeedModelDefaults.BitsAndBytesShare,
            _ => half,
        };
        return tflops * 1e12 * SpeedModelDefaults.ComputeShare;
    }

    /// <summary>Seconds of all-reduces over the hidden states of a batch: a ring moves 2 (n - 1) / n of them.</summary>
    private static double AllReduce(SpeedModelInput input, double tokens, double batches)
    {
        if (input.TensorParallelSize == 1)
            return 0;
        var (bandwidth, latency) = input.Gpu.NvLinkGBps is { } link
            ? (link.Value * SpeedModelDefaults.NvLinkShare, SpeedModelDefaults.NvLinkLatencySeconds)
            : (SpeedModelDefaults.PcieGBps, SpeedModelDefaults.PcieLatencySeconds);
        var bytes = tokens * input.Model.HiddenSize * 2 * 2 * (input.TensorParallelSize - 1) / input.TensorParallelSize;
        return SpeedModelDefaults.AllReducesPerLayer * input.Model.Layers * ((bytes / (bandwidth * 1e9)) + (latency * batches));
    }

    private static string ParallelReason(SpeedModelInput input, double efficiency) => input.TensorParallelSize == 1
        ? "one card, nothing to exchange"
        : FormattableString.Invariant($"{efficiency * 100:0} % of {input.TensorParallelSize} separate cards: {SpeedModelDefaults.AllReducesPerLayer * input.Model.Layers} all-reduces in a step over {(input.Gpu.NvLinkGBps is { } link ? FormattableString.Invariant($"NVLink at {link.Value:0} GB/s") : "PCIe")}");
}
