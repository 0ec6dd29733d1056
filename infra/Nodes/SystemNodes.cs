using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Clawdbot.Infra.Nodes;

/// <summary>The nodes without a taint, where everything runs that needs neither GPU nor storage disks.</summary>
internal static class SystemNodes
{
    internal static NodeGroup Create(string name, EksClusterSpec spec, ComponentResource parent, Output<string> clusterName, Output<string> nodeRoleArn, Output<ImmutableArray<string>> subnetIds)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var template = new LaunchTemplate($"{name}-template", NodeTemplates.Args(spec.Name, "system", NodeAmiFamily.AmazonLinux2023, EksClusterDefaults.SystemVolume), child);
        return new NodeGroup(name, new NodeGroupArgs
        {
            ClusterName = clusterName,
            NodeRoleArn = nodeRoleArn,
            SubnetIds = subnetIds,
            AmiType = StorageNodePoolDefaults.AmiType,
            CapacityType = "ON_DEMAND",
            InstanceTypes = { spec.SystemInstanceType },
            LaunchTemplate = NodeTemplates.Reference(template),
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = spec.SystemNodes, DesiredSize = spec.SystemNodes, MaxSize = spec.SystemNodes },
            Labels = { [EksClusterDefaults.RoleLabel] = "system" },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailable = NodeGroupDefaults.MaxUnavailable, UpdateStrategy = "DEFAULT" },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true, MaxParallelNodesRepairedCount = NodeGroupDefaults.MaxParallelRepairs },
            Tags = EksTags.Of(spec.Name, $"{spec.Name}-system"),
        }, new CustomResourceOptions { Parent = parent });
    }
}
