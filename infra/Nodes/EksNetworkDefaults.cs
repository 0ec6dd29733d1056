using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of the network below <see cref="EksCluster"/>.</summary>
internal static class EksNetworkDefaults
{
    /// <summary>Destination of the way out. It never stands in a rule that lets something in.</summary>
    internal const string Everywhere = "0.0.0.0/0";

    /// <summary>Services whose endpoint names in China are as elsewhere. https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html</summary>
    internal static ImmutableArray<string> OldNamesInChina { get; } = ["s3", "logs", "autoscaling", "sqs", "ssm"];

    /// <summary>Interface endpoints of a cluster.</summary>
    internal static ImmutableArray<string> EndpointsOf(NodeAutoscaler autoscaler) => autoscaler switch
    {
        NodeAutoscaler.ClusterAutoscaler => [.. EksClusterDefaults.Endpoints, .. EksClusterDefaults.ClusterAutoscalerEndpoints],
        NodeAutoscaler.Karpenter => [.. EksClusterDefaults.Endpoints, .. EksClusterDefaults.KarpenterEndpoints],
        _ => EksClusterDefaults.Endpoints,
    };
}
