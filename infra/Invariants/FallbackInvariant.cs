using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>A model that answers instead of another takes what the assistant sends to that one (C8). Whether it is served is a rule of the gateway.</summary>
internal sealed class FallbackInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.Fallback;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var contexts = plan.Pools.GroupBy(pool => pool.Spec.Vllm.ServedModelName).ToDictionary(pools => pools.Key, pools => pools.Min(pool => pool.Spec.Vllm.MaxModelLen));
        return from pair in plan.Gateway.Fallbacks
               let declared = plan.Assistant.ContextTokens.GetValueOrDefault(pair.Key)
               where contexts.TryGetValue(pair.Value, out var context) && context < declared
               select Broken(plan, "clawdbot:gateway.fallbacks", $"'{pair.Value}' for '{pair.Key}'",
                   $"a model with at least the {Text(declared)} tokens that clawdbot:assistant declares for '{pair.Key}'; '{pair.Value}' has {Text(contexts[pair.Value])}",
                   "Raise goal.contextTokens of its pool, choose another model, or set fallbacks to {} for none.");
    }
}
