using System.Collections.Immutable;

namespace Clawdbot.Infra.Invariants;

/// <summary>What the rules between components need to know of the assistant.</summary>
/// <param name="Models">Served names of the models that it may ask for, the first one first.</param>
/// <param name="ContextTokens">Context that it declares for each of them, in tokens, prompt and answer together; by served name.</param>
public sealed record PlannedAssistant(ImmutableArray<string> Models, ImmutableDictionary<string, int> ContextTokens);
