using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>A server that stops lets the longest request of the gateway end, or a person sees half an answer (B4, B9).</summary>
internal sealed class DrainInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.DrainTooShort;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pool in plan.Pools
        where pool.Spec.DrainSeconds < plan.Gateway.RequestSeconds
        select Broken(plan, $"{pool.Path}.drainSeconds", Text(pool.Spec.DrainSeconds),
            $"at least {Text(plan.Gateway.RequestSeconds)}, the whole request of clawdbot:gateway.requestSeconds",
            "Raise drainSeconds, or shorten the request.");
}
