namespace Clawdbot.Infra.Capacity;

/// <summary>Number format of activations, unquantised weights or cache entries.</summary>
public enum ElementType
{
    /// <summary>Whatever the model's configuration says, narrowed to what the card has.</summary>
    Auto,

    /// <summary>IEEE half precision, 2 bytes.</summary>
    Fp16,

    /// <summary>Brain floating point, 2 bytes.</summary>
    Bf16,

    /// <summary>IEEE single precision, 4 bytes.</summary>
    Fp32,

    /// <summary>8-bit floating point of either layout, 1 byte; a cache format only.</summary>
    Fp8,
}
