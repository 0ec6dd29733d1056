namespace Clawdbot.Infra.Serving;

/// <summary>What is allowed in a pool but worth a second look.</summary>
public static class ModelPoolAdvice
{
    /// <summary>One sentence per point, in a fixed order; empty when there is none.</summary>
    /// <param name="pool">A pool that passed <see cref="ModelPoolRules"/>.</param>
    public static IEnumerable<string> For(ModelPoolSpec pool)
    {
        if (!pool.Model.IsImmutable)
            yield return $"Pool '{pool.Name}': revision '{pool.Model.Revision}' of {pool.Model.Id} can change; pin a commit of 40 hexadecimal digits.";
        if (pool.Replicas == 1)
            yield return $"Pool '{pool.Name}' has one replica: losing its node stops {pool.Vllm.ServedModelName} until another has loaded the model.";
        else if (!pool.Rollout.SpreadStrictly)
            yield return $"Pool '{pool.Name}' has {pool.Replicas} replicas on {pool.Nodes.Count} nodes: losing one node can take several.";
        if (pool.Rollout.MaxUnavailable > 0)
            yield return $"Pool '{pool.Name}' has no spare GPU: an update stops one replica before its successor has loaded the model.";
        foreach (var warning in pool.Plan.Warnings)
            yield return $"Pool '{pool.Name}': {warning}";
        if (pool.DrainSeconds == 0)
            yield return $"Pool '{pool.Name}' has drainSeconds 0: stopping a server aborts its running answers.";
    }
}
