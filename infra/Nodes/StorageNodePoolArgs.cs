using Pulumi;

namespace Clawdbot.Infra.Nodes;

/// <summary>Arguments of <see cref="StorageNodePool"/>.</summary>
public sealed class StorageNodePoolArgs : ResourceArgs
{
    [Input("subnetIds", required: true)]
    private InputList<string>? _subnetIds;

    /// <summary>The nodes.</summary>
    public required StorageNodePoolSpec Spec { get; init; }

    /// <summary>Name of the cluster, carrying the dependency on it.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Role of the nodes, carrying the dependency on what lets them join.</summary>
    [Input("nodeRoleArn", required: true)]
    public required Input<string> NodeRoleArn { get; init; }

    /// <summary>Private subnets, one for each zone in the order of the zones.</summary>
    public required InputList<string> SubnetIds
    {
        get => _subnetIds!;
        init => _subnetIds = value;
    }
}
