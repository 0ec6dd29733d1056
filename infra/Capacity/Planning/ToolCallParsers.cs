namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Which parser reads a model's tool calls.</summary>
public static class ToolCallParsers
{
    /// <summary>The value of <c>--tool-call-parser</c> for a model family, from vLLM's page on tool calling.</summary>
    /// <param name="modelId">Hugging Face id; versions of a family differ in how they write calls.</param>
    /// <param name="className">Class of the model.</param>
    /// <returns>Null when the family was not trained to call tools, or writes calls that no parser of the list reads.</returns>
    public static string? For(string modelId, string className)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        ArgumentNullException.ThrowIfNull(className);
        if (modelId.Contains("Qwen3-Coder", StringComparison.OrdinalIgnoreCase))
            return "qwen3_xml";
        return className switch
        {
            "Qwen2ForCausalLM" or "Qwen3ForCausalLM" or "Qwen3MoeForCausalLM" or "Qwen2MoeForCausalLM" => "hermes",
            "MistralForCausalLM" or "Mistral3ForConditionalGeneration" => "mistral",
            "GraniteForCausalLM" => "granite",
            "GptOssForCausalLM" => "openai",
            "LlamaForCausalLM" when modelId.Contains("Llama-3.", StringComparison.OrdinalIgnoreCase) => "llama3_json",
            _ => null,
        };
    }
}
