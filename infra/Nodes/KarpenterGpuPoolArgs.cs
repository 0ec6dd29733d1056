using Pulumi;

namespace Clawdbot.Infra.Nodes;

/// <summary>Arguments of <see cref="KarpenterGpuPool"/>.</summary>
public sealed class KarpenterGpuPoolArgs : ResourceArgs
{
    /// <summary>The nodes.</summary>
    public required GpuNodePoolSpec Spec { get; init; }

    /// <summary>Name of the role of the nodes.</summary>
    [Input("nodeRoleName", required: true)]
    public required Input<string> NodeRoleName { get; init; }

    /// <summary>Security group of the nodes: the cluster's own.</summary>
    [Input("securityGroupId", required: true)]
    public required Input<string> SecurityGroupId { get; init; }
}
