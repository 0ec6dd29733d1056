using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>A model that answers instead of another is served, and has as much context (C8).</summary>
internal sealed class FallbackInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.Fallback;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var contexts = plan.Pools.GroupBy(pool => pool.Spec.Vllm.ServedModelName).ToDictionary(pools => pools.Key, pools => pools.Min(pool => pool.Spec.Vllm.MaxModelLen));
        foreach (var (from, to) in plan.Gateway.Fallbacks)
        {
            foreach (var name in new[] { from, to }.Where(name => !contexts.ContainsKey(name)))
                yield return Broken(plan, "clawdbot:gateway.fallbacks", $"'{name}'", $"a servedModelName of clawdbot:pools: {string.Join(", ", contexts.Keys.Order(StringComparer.Ordinal))}", $"{NearestName.Suggestion(name, contexts.Keys)}Correct the name.");
            if (contexts.TryGetValue(from, out var large) && contexts.TryGetValue(to, out var small) && small < plan.Assistant.ContextTokens.GetValueOrDefault(from, 0))
                yield return Broken(plan, "clawdbot:gateway.fallbacks", $"'{to}' for '{from}'", $"a model with at least the {Text(plan.Assistant.ContextTokens[from])} tokens that the assistant declares for '{from}'; '{to}' has {Text(small)} of its {Text(large)}", "Raise goal.contextTokens of its pool, or choose another model.");
        }
    }
}
