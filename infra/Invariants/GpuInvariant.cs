using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>At their largest, one rollout included, the pools of a SKU fit the nodes of that SKU.</summary>
internal sealed class GpuInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.GpusExceeded;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan) =>
        from pools in plan.Pools.GroupBy(pool => pool.Spec.Sku)
        let nodes = pools.First().Spec.Nodes
        let owned = (long)nodes.Count * nodes.GpusPerNode
        let largest = pools.Sum(pool => (long)pool.MaxReplicas * pool.Spec.GpusPerReplica)
        let surge = pools.Max(pool => pool.Spec.Rollout.MaxSurge * pool.Spec.GpusPerReplica)
        where largest + surge > owned
        let last = pools.Last()
        select Broken(plan, $"{last.Path}.{(last.ScaleDownSeconds is null ? "replicas" : "autoscale.maxReplicas")}", Text(last.MaxReplicas),
            $"all {Text(pools.Count())} pools on {pools.Key} within {Text(owned)} GPUs ({Text(nodes.Count)} nodes of {Text(nodes.GpusPerNode)} in clawdbot:gpuNodes); they need {Text(largest)} and {Text(surge)} for a rollout",
            "Lower the largest number of replicas, or add nodes.");
}
