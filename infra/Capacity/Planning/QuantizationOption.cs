namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>What <c>--quantization</c> makes of a checkpoint.</summary>
public static class QuantizationOption
{
    /// <summary>Format of the weights in GPU memory.</summary>
    /// <param name="quantization">Value of the option; null leaves the checkpoint as it is.</param>
    /// <param name="checkpoint">Format of the checkpoint.</param>
    /// <returns>Null when vLLM would refuse the combination, or when its memory is not modelled.</returns>
    public static WeightFormat? Apply(string? quantization, WeightFormat checkpoint) => quantization switch
    {
        null => checkpoint,
        // Both quantise a 16-bit checkpoint while loading it.
        "fp8" when checkpoint is WeightFormat.Unquantized or WeightFormat.Fp8 => WeightFormat.Fp8,
        "bitsandbytes" when checkpoint is WeightFormat.Unquantized or WeightFormat.BitsAndBytes4 => WeightFormat.BitsAndBytes4,
        "awq" or "awq_marlin" => Same(checkpoint, WeightFormat.Awq),
        "gptq" or "gptq_marlin" or "auto_gptq" => Same(checkpoint, WeightFormat.Gptq),
        "fbgemm_fp8" or "modelopt" => Same(checkpoint, WeightFormat.Fp8),
        "mxfp4" => Same(checkpoint, WeightFormat.Mxfp4),
        "compressed-tensors" when checkpoint is not WeightFormat.Unquantized => checkpoint,
        _ => null,
    };

    private static WeightFormat? Same(WeightFormat checkpoint, WeightFormat wanted) => checkpoint == wanted ? checkpoint : null;
}
