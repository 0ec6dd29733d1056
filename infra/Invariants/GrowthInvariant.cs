using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>The gateway lets through as many requests as must wait before a pool grows; otherwise it never grows (B4).</summary>
internal sealed class GrowthInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.NeverGrows;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        var through = (long)plan.Gateway.InFlight * plan.Gateway.FewestRouters;
        return from pool in plan.Pools
               where pool.GrowAbove is not null && pool.MaxReplicas > pool.MinReplicas
               let needed = (long)pool.MinReplicas * (pool.Spec.Vllm.MaxNumSeqs + pool.GrowAbove!.Value) + 1
               where through < needed
               select Broken(plan, "clawdbot:gateway.inFlight", $"{Text(plan.Gateway.InFlight)} in each of {Text(plan.Gateway.FewestRouters)} Routers",
                   $"together at least {Text(needed)}: {pool.Path}.autoscale grows when {Text(pool.GrowAbove!.Value)} requests wait in each of {Text(pool.MinReplicas)} servers that answer {Text(pool.Spec.Vllm.MaxNumSeqs)} each",
                   "Raise inFlight or replicas.router.minimum, lower autoscale.waitingPerReplica, or set autoscale.wakeOnGatewayQueue.");
    }
}
