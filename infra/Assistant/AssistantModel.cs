using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Assistant;

/// <summary>A model as the assistant sees it: a name at the gateway, whichever pools stand behind it.</summary>
/// <param name="Name">Name under which the pools serve it: <c>qwen3:32b</c>.</param>
/// <param name="ContextWindow">Tokens of prompt and answer together that every pool of that name takes.</param>
public sealed record AssistantModel(string Name, int ContextWindow)
{
    /// <summary>Tokens of the longest answer: an eighth of the context, so that history keeps its room.</summary>
    public int MaxTokens => Math.Clamp(ContextWindow / 8, ClawdbotAssistantDefaults.MinimumAnswerTokens, ClawdbotAssistantDefaults.MaximumAnswerTokens);

    /// <summary>
    /// Tokens up to which the assistant fills a prompt. It counts four characters as a token and asks for <see cref="MaxTokens"/> on top;
    /// vLLM refuses a request whose prompt and answer exceed the context, so a tenth of the rest stays free for the error of the count.
    /// </summary>
    public int PromptTokens => Math.Max(0, (int)((ContextWindow - MaxTokens) * ClawdbotAssistantDefaults.CountedShare));

    /// <summary>Whether the context holds the assistant's own instructions, a conversation and an answer.</summary>
    public bool IsLargeEnough => ContextWindow >= ClawdbotAssistantDefaults.MinimumContext;

    /// <summary>
    /// The models that the pools serve, by name. The context of a name is the smallest of its pools, because the Router may choose any of
    /// them for a request.
    /// </summary>
    /// <param name="pools">All pools behind the gateway.</param>
    public static IEnumerable<AssistantModel> ServedBy(IEnumerable<ModelPoolSpec> pools) =>
        pools.GroupBy(pool => pool.Vllm.ServedModelName, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AssistantModel(group.Key, group.Min(pool => pool.Vllm.MaxModelLen)));
}
