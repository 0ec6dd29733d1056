using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Invariants;

/// <summary>A node can always be drained, and in production never with the last server of a pool.</summary>
internal sealed class DisruptionInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.DisruptionBudget;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pool in plan.Pools
        where plan.Production && pool.MinReplicas <= ModelPoolDefaults.MaxDisrupted
        select Broken(plan, $"{pool.Path}.{(pool.ScaleDownSeconds is null ? "replicas" : "autoscale.minReplicas")}", Text(pool.MinReplicas),
            $"at least {Text(ModelPoolDefaults.MaxDisrupted + 1)} with clawdbot:production true, because the disruption budget lets {Text(ModelPoolDefaults.MaxDisrupted)} go at once",
            "Raise the number of servers.");
}
