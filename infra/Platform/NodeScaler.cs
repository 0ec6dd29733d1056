namespace Clawdbot.Infra.Platform;

/// <summary>The program that adds and removes nodes, as far as charts are concerned: one of the nested records, nothing else.</summary>
public abstract record NodeScaler
{
    private NodeScaler()
    {
    }

    /// <summary>Nobody, or a program that the cluster has already.</summary>
    public sealed record None : NodeScaler;

    /// <summary>cluster-autoscaler on the Auto Scaling groups that carry the cluster's tags.</summary>
    /// <param name="ClusterName">Name of the EKS cluster.</param>
    /// <param name="Region">AWS region: nodes answer no pod's question about it, because the metadata service is closed to pods.</param>
    public sealed record ClusterAutoscaler(string ClusterName, string Region) : NodeScaler;

    /// <summary>Karpenter.</summary>
    /// <param name="ClusterName">Name of the EKS cluster.</param>
    /// <param name="InterruptionQueue">SQS queue with notices of interruption; empty: none.</param>
    public sealed record Karpenter(string ClusterName, string InterruptionQueue) : NodeScaler;
}
