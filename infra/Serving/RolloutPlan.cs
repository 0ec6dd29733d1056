namespace Clawdbot.Infra.Serving;

/// <summary>How a pool replaces its pods without asking for GPUs that are not there.</summary>
/// <param name="MaxSurge">Pods started before old ones stop, 0 or 1.</param>
/// <param name="MaxUnavailable">Pods stopped before new ones are ready, 0 or 1; exactly one of the two numbers is 1.</param>
/// <param name="SeparateHosts">Whether two pods of the pool may never share a node, not even during a rollout.</param>
/// <param name="SpreadStrictly">Whether pods of one revision must be spread evenly over the nodes.</param>
public sealed record RolloutPlan(int MaxSurge, int MaxUnavailable, bool SeparateHosts, bool SpreadStrictly)
{
    /// <summary>
    /// The gentlest rollout that fits: a spare slot lets the new pod become ready before the old one goes. Pods are kept on separate
    /// hosts by force only when the extra pod of a rollout still finds a free host.
    /// </summary>
    /// <param name="replicas">Pods of the pool, 1 or more.</param>
    /// <param name="gpusPerReplica">GPUs of one pod, 1 or more.</param>
    /// <param name="nodes">Nodes that the pool may use.</param>
    public static RolloutPlan For(int replicas, int gpusPerReplica, GpuNodes nodes)
    {
        var spare = nodes.Slots(gpusPerReplica) > replicas;
        var separate = nodes.Count >= replicas + (spare ? 1 : 0);
        return new RolloutPlan(spare ? 1 : 0, spare ? 0 : 1, separate, nodes.Count >= replicas);
    }
}
