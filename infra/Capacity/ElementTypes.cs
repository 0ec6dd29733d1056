namespace Clawdbot.Infra.Capacity;

/// <summary>Sizes and spellings of <see cref="ElementType"/>.</summary>
public static class ElementTypes
{
    /// <summary>Bytes of one element.</summary>
    /// <param name="type">A concrete type, not <see cref="ElementType.Auto"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The type is <see cref="ElementType.Auto"/>.</exception>
    public static int Bytes(this ElementType type) => type switch
    {
        ElementType.Fp32 => 4,
        ElementType.Fp16 or ElementType.Bf16 => 2,
        ElementType.Fp8 => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Resolve 'auto' first."),
    };

    /// <summary>Reads a value of <c>--dtype</c>, <c>--kv-cache-dtype</c> or <c>torch_dtype</c>, in vLLM's spelling or the usual short one.</summary>
    /// <param name="text">The value; empty means <c>auto</c>.</param>
    /// <returns>Null when vLLM has no such value, or this model cannot size it.</returns>
    public static ElementType? Parse(string text) => text?.Trim().ToLowerInvariant() switch
    {
        "" or "auto" => ElementType.Auto,
        "half" or "float16" or "fp16" => ElementType.Fp16,
        "bfloat16" or "bf16" => ElementType.Bf16,
        "float" or "float32" or "fp32" => ElementType.Fp32,
        "fp8" or "fp8_e4m3" or "fp8_e5m2" or "fp8_inc" => ElementType.Fp8,
        _ => null,
    };
}
