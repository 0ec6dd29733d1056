namespace Clawdbot.Infra.Capacity;

/// <summary>How the weights of linear layers are stored. Embeddings, norms and vision towers stay in the model's own type.</summary>
public enum WeightFormat
{
    /// <summary>The model's own type.</summary>
    Unquantized,

    /// <summary>4-bit integers in groups of 128, each with a scale and a zero point.</summary>
    Awq,

    /// <summary>4-bit integers in groups of 128, each with a scale; symmetric, as Marlin kernels keep it.</summary>
    Gptq,

    /// <summary>8-bit floating point.</summary>
    Fp8,

    /// <summary>8-bit integers for weights and activations.</summary>
    W8A8,

    /// <summary>bitsandbytes NF4: 4 bits in blocks of 64, each with a 32-bit maximum.</summary>
    BitsAndBytes4,

    /// <summary>MXFP4 for the experts of a mixture: 4 bits in blocks of 32, each with an 8-bit scale.</summary>
    Mxfp4,
}
