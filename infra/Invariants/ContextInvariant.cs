using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>The context that the assistant declares exists on every server that may answer it (C9.7).</summary>
internal sealed class ContextInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.ContextChain;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from model in plan.Assistant.ContextTokens.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        let servers = plan.Pools.Where(pool => pool.Spec.Vllm.ServedModelName == model.Key).ToArray()
        where servers.Length > 0
        let smallest = servers.MinBy(pool => pool.Spec.Vllm.MaxModelLen)!
        where model.Value > smallest.Spec.Vllm.MaxModelLen
        select Broken(plan, "clawdbot:assistant.contextTokens", $"{Text(model.Value)} for '{model.Key}'",
            $"at most {Text(smallest.Spec.Vllm.MaxModelLen)}, the context of {smallest.Path} '{smallest.Spec.Name}'", "Lower what the assistant declares, or raise goal.contextTokens of the pool.");
}
