using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>In production a pool keeps answering when a host is lost: three nodes of its SKU, and servers on separate hosts (C6).</summary>
internal sealed class RedundancyInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.Redundancy;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        foreach (var pool in plan.Production ? plan.Pools : [])
        {
            if (pool.Spec.Nodes.Count < InvariantDefaults.RedundantNodes)
                yield return Broken(plan, $"{pool.Path}.sku", $"'{pool.Spec.Sku}' with {Text(pool.Spec.Nodes.Count)} nodes", $"at least {Text(InvariantDefaults.RedundantNodes)} nodes of it in clawdbot:gpuNodes with clawdbot:production true", "Add nodes, or move the pool to another SKU.");
            else if (!pool.Spec.Rollout.SpreadStrictly)
                yield return Broken(plan, $"{pool.Path}.{(pool.ScaleDownSeconds is null ? "replicas" : "autoscale.maxReplicas")}", Text(pool.MaxReplicas), $"at most {Text(pool.Spec.Nodes.Count)}, one server on each {pool.Spec.Sku} node of clawdbot:gpuNodes, with clawdbot:production true", "Fewer servers, or more nodes.");
        }
    }
}
