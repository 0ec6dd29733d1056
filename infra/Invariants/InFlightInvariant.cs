using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>The gateway has no more requests at the servers than these answer at once; the rest waits where priorities count (B5, B8).</summary>
internal sealed class InFlightInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.InFlightExceedsBatch;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var answered = plan.Pools.Sum(pool => (long)pool.MaxReplicas * pool.Spec.Vllm.MaxNumSeqs);
        if ((long)plan.Gateway.InFlight * plan.Gateway.Routers > answered)
        {
            yield return Broken(plan, "clawdbot:gateway.inFlight", $"{Text(plan.Gateway.InFlight)} in each of up to {Text(plan.Gateway.Routers)} Routers",
                $"together at most {Text(answered)}, maxNumSeqs of all servers in clawdbot:pools at their most", "Lower inFlight or replicas.router, or raise replicas or maxNumSeqs of the pools.");
        }
    }
}
