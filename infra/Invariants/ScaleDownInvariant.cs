using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>A server is taken away only after the load was low for as long as bringing one back takes (B4).</summary>
internal sealed class ScaleDownInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.ScaleDownTooFast;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pool in plan.Pools
        where pool.ScaleDownSeconds is { } seconds && seconds < pool.Spec.Plan.Load.ExpectedSeconds
        select Broken(plan, $"{pool.Path}.autoscale.scaleDownSeconds", Text(pool.ScaleDownSeconds!.Value),
            $"at least {Text(Math.Ceiling(pool.Spec.Plan.Load.ExpectedSeconds))}, the seconds that loading from clawdbot:modelStorage takes",
            "Leave scaleDownSeconds out, or raise it.");
}
