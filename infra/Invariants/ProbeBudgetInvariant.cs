using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>A start-up probe lasts half as long again as loading should take; a shorter one restarts slow servers for ever.</summary>
internal sealed class ProbeBudgetInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.ProbeBudgetTooShort;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pool in plan.Pools
        let needed = (int)Math.Ceiling(pool.Spec.Plan.Load.ExpectedSeconds * LoadTimeDefaults.ProbeMargin)
        where pool.Spec.StartupSeconds < needed
        select Broken(plan, $"{pool.Path}.startupSeconds", Text(pool.Spec.StartupSeconds),
            $"at least {Text(needed)}, {Text(LoadTimeDefaults.ProbeMargin)} x the {Text(Math.Round(pool.Spec.Plan.Load.ExpectedSeconds))} s that loading from clawdbot:modelStorage takes",
            "Leave startupSeconds out, raise it, or choose faster storage.");
}
