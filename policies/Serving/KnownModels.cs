namespace Clawdbot.Policies.Serving;

/// <summary>Published models with their context and heads, from config.json of each on Hugging Face.</summary>
internal static class KnownModels
{
    private static readonly KnownModel[] All =
    [
        new("Qwen/Qwen2.5-0.5B-Instruct", 32768, 14), new("Qwen/Qwen2.5-1.5B-Instruct", 32768, 12), new("Qwen/Qwen2.5-3B-Instruct", 32768, 16),
        new("Qwen/Qwen2.5-7B-Instruct", 32768, 28), new("Qwen/Qwen2.5-14B-Instruct", 32768, 40), new("Qwen/Qwen2.5-32B-Instruct", 32768, 40),
        new("Qwen/Qwen2.5-72B-Instruct", 32768, 64), new("Qwen/Qwen2-7B-Instruct", 32768, 28), new("Qwen/QwQ-32B", 40960, 40), new("Qwen/Qwen2.5-Coder-7B-Instruct", 32768, 28),
        new("Qwen/Qwen2.5-Coder-14B-Instruct", 32768, 40), new("Qwen/Qwen2.5-Coder-32B-Instruct", 32768, 40), new("Qwen/Qwen3-0.6B", 40960, 16), new("Qwen/Qwen3-1.7B", 40960, 16),
        new("Qwen/Qwen3-4B", 40960, 32), new("Qwen/Qwen3-4B-Instruct-2507", 262144, 32), new("Qwen/Qwen3-4B-Thinking-2507", 262144, 32), new("Qwen/Qwen3-8B", 40960, 32),
        new("Qwen/Qwen3-14B", 40960, 40), new("Qwen/Qwen3-32B", 40960, 64), new("Qwen/Qwen3-30B-A3B", 40960, 32),
        new("meta-llama/Llama-3.2-1B-Instruct", 131072, 32), new("meta-llama/Llama-3.2-3B-Instruct", 131072, 24), new("meta-llama/Llama-3.1-8B-Instruct", 131072, 32),
        new("meta-llama/Meta-Llama-3.1-8B-Instruct", 131072, 32), new("meta-llama/Llama-3.1-70B-Instruct", 131072, 64), new("meta-llama/Llama-3.3-70B-Instruct", 131072, 64),
        new("meta-llama/Meta-Llama-3-8B-Instruct", 8192, 32), new("meta-llama/Meta-Llama-3-70B-Instruct", 8192, 64), new("meta-llama/Llama-2-7b-chat-hf", 4096, 32),
        new("meta-llama/Llama-2-13b-chat-hf", 4096, 40), new("meta-llama/Llama-2-70b-chat-hf", 4096, 64), new("TinyLlama/TinyLlama-1.1B-Chat-v1.0", 2048, 32),
        new("mistralai/Mistral-7B-Instruct-v0.2", 32768, 32), new("mistralai/Mistral-7B-Instruct-v0.3", 32768, 32), new("mistralai/Mixtral-8x7B-Instruct-v0.1", 32768, 32),
        new("mistralai/Mistral-Small-24B-Instruct-2501", 32768, 32), new("google/gemma-7b-it", 8192, 16), new("google/gemma-2-2b-it", 8192, 8), new("google/gemma-2-9b-it", 8192, 16),
        new("google/gemma-2-27b-it", 8192, 32), new("google/gemma-3-1b-it", 32768, 4), new("google/gemma-3-4b-it", 131072, 8), new("google/gemma-3-12b-it", 131072, 16),
        new("google/gemma-3-27b-it", 131072, 32), new("microsoft/phi-2", 2048, 32), new("microsoft/phi-4", 16384, 40), new("microsoft/Phi-3-mini-4k-instruct", 4096, 32),
        new("microsoft/Phi-4-mini-instruct", 131072, 24), new("facebook/opt-125m", 2048, 12), new("openai/gpt-oss-20b", 131072, 64), new("openai/gpt-oss-120b", 131072, 64),
        new("ibm-granite/granite-3.1-8b-instruct", 131072, 32), new("ibm-granite/granite-3.3-8b-instruct", 131072, 32),
        new("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", 131072, 28), new("deepseek-ai/DeepSeek-R1-Distill-Qwen-14B", 131072, 40),
        new("deepseek-ai/DeepSeek-R1-Distill-Qwen-32B", 131072, 40), new("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", 131072, 32),
        new("deepseek-ai/DeepSeek-R1-Distill-Llama-70B", 131072, 64), new("deepseek-ai/deepseek-coder-6.7b-instruct", 16384, 32),
    ];

    // Words that say how the weights are kept, and nothing of the shapes.
    private static readonly HashSet<string> Formats = new(StringComparer.Ordinal)
    {
        "awq", "gptq", "fp8", "int4", "int8", "4bit", "8bit", "w4a16", "w8a8", "bnb", "quantized", "instruct", "chat", "it", "hf", "dynamic", "autoround", "marlin",
    };

    private static readonly Dictionary<string, KnownModel> ByName = All.ToDictionary(model => Key(model.Id), StringComparer.Ordinal);

    private static readonly Dictionary<string, KnownModel> ByShortName = All.GroupBy(model => Short(Key(model.Id)), StringComparer.Ordinal)
        .Where(group => group.Select(model => (model.ContextTokens, model.Heads)).Distinct().Count() == 1)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>
    /// The model that is meant: a published id, or a directory as ours (<c>/mnt/ceph/models/Qwen--Qwen3-32B/main</c>) or Hugging Face's
    /// (<c>…/models--Qwen--Qwen3-32B/snapshots/…</c>); also a quantised copy. Null when it is not known.
    /// </summary>
    public static KnownModel? Find(string model)
    {
        var key = Key(NameOf(model));
        return ByName.GetValueOrDefault(key) ?? ByShortName.GetValueOrDefault(Short(key));
    }

    /// <summary>Whether a model is a directory or an address rather than an id to be downloaded by.</summary>
    public static bool IsLocal(string model) =>
        model.StartsWith('/') || model.StartsWith('.') || model.StartsWith('~') || model.Contains("://", StringComparison.Ordinal) || model.Count(c => c == '/') > 1;

    private static string NameOf(string model)
    {
        var parts = model.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var directory = Array.Find(parts, part => part.Contains("--", StringComparison.Ordinal));
        return directory is not null ? directory[(directory.LastIndexOf("--", StringComparison.Ordinal) + 2)..] : parts is [.., var last] ? last : model;
    }

    private static string Key(string id) => id[(id.LastIndexOf('/') + 1)..].ToLowerInvariant();

    private static string Short(string key) => string.Join('-', key.Split('-').Where(word => !Formats.Contains(word)));
}
