using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>Whatever takes a node away waits until its pods have finished.</summary>
internal sealed class NodeGraceInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.NodeGraceTooShort;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pool in plan.Pools
        where pool.NodeGraceSeconds is { } seconds && seconds < pool.Spec.Drain.GracePeriodSeconds
        select Broken(plan, $"{pool.Path}.drainSeconds", Text(pool.Spec.DrainSeconds),
            $"at most {Text(Math.Max(0, pool.NodeGraceSeconds!.Value - pool.Spec.Drain.PreStopSeconds - pool.Spec.Drain.SlackSeconds))}: {pool.NodeGraceSource} (clawdbot:gpuNodes) takes a node away after {Text(pool.NodeGraceSeconds!.Value)} s, {Text(pool.Spec.Drain.PreStopSeconds + pool.Spec.Drain.SlackSeconds)} s of which are needed around the drain",
            "Lower drainSeconds, or choose other nodes.");
}
