using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>What the assistant asks for is served by a pool (C9.2).</summary>
internal sealed class ServedModelInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.ModelNotServed;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var served = plan.Pools.Select(pool => pool.Spec.Vllm.ServedModelName).Distinct().Order(StringComparer.Ordinal).ToArray();
        return plan.Assistant.Models.Except(served).Select(model => Broken(plan, "clawdbot:assistant.model", $"'{model}'",
            $"a servedModelName of clawdbot:pools: {string.Join(", ", served)}", $"{NearestName.Suggestion(model, served)}Correct the name, or add a pool."));
    }
}
