using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Where in the network of an EKS cluster a file system stands.</summary>
public sealed class StorageNetworkArgs : ResourceArgs
{
    /// <summary>The VPC of the cluster.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; init; }

    /// <summary>The private subnet of the zone in which the GPU nodes are.</summary>
    [Input("subnetId", required: true)]
    public required Input<string> SubnetId { get; init; }

    /// <summary>Security group of the nodes: the only clients.</summary>
    [Input("nodeSecurityGroupId", required: true)]
    public required Input<string> NodeSecurityGroupId { get; init; }
}
