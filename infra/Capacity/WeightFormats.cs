namespace Clawdbot.Infra.Capacity;

/// <summary>Spellings of <see cref="WeightFormat"/>.</summary>
public static class WeightFormats
{
    /// <summary>Finds the format that a model's name tells: <c>Qwen3-32B-AWQ</c>, <c>Qwen2.5-7B-Instruct-quantized.w8a8</c>.</summary>
    /// <param name="name">A model name or the text of a quantisation column.</param>
    /// <returns>Null when the text names no format.</returns>
    public static WeightFormat? Recognize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = name.ToLowerInvariant();
        return text switch
        {
            _ when text.Contains("mxfp4", StringComparison.Ordinal) => WeightFormat.Mxfp4,
            // Both methods also come with 8 bits, which take twice the memory that their names alone stand for.
            _ when HasAny(text, "gptq", "bitsandbytes", "bnb") && HasAny(text, "int8", "8bit", "8-bit") => WeightFormat.W8A8,
            _ when text.Contains("awq", StringComparison.Ordinal) => WeightFormat.Awq,
            _ when HasAny(text, "gptq", "w4a16", "int4", "marlin") => WeightFormat.Gptq,
            _ when HasAny(text, "bitsandbytes", "bnb", "nf4") => WeightFormat.BitsAndBytes4,
            _ when HasAny(text, "w8a8", "int8", "w8a16") => WeightFormat.W8A8,
            _ when text.Contains("fp8", StringComparison.Ordinal) => WeightFormat.Fp8,
            _ => null,
        };
    }

    /// <summary>Reads the quantisation column of a measurement or a configuration's <c>quant_method</c>.</summary>
    /// <param name="text">For example <c>none</c>, <c>awq</c>, <c>int8 w8a8 (compressed-tensors)</c>; empty is <c>none</c>.</param>
    /// <returns>Null when the text is not understood.</returns>
    public static WeightFormat? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToLowerInvariant() is "" or "none" or "bf16" or "fp16" or "bfloat16" or "float16" ? WeightFormat.Unquantized : Recognize(text);
    }

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
