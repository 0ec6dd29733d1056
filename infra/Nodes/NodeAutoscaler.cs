namespace Clawdbot.Infra.Nodes;

/// <summary>What adds and removes nodes of an EKS cluster: one of the nested records, nothing else.</summary>
public abstract record NodeAutoscaler
{
    private NodeAutoscaler()
    {
    }

    /// <summary>Nothing: each node group keeps its count. The simplest, and right for GPUs that are bought for longer anyway.</summary>
    public sealed record None : NodeAutoscaler;

    /// <summary>cluster-autoscaler changes the size of the managed node groups between their minimum and maximum, zero included.</summary>
    public sealed record ClusterAutoscaler : NodeAutoscaler;

    /// <summary>Karpenter starts GPU nodes itself; there are no managed node groups for GPUs.</summary>
    public sealed record Karpenter : NodeAutoscaler;
}
