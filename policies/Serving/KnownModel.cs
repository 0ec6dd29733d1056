namespace Clawdbot.Policies.Serving;

/// <summary>What the configuration of a published model says.</summary>
/// <param name="Id">Its id on Hugging Face.</param>
/// <param name="ContextTokens">Longest context: <c>max_position_embeddings</c>.</param>
/// <param name="Heads">Attention heads, which tensor parallelism divides among the cards.</param>
internal sealed record KnownModel(string Id, int ContextTokens, int Heads);
