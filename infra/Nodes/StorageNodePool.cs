using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Clawdbot.Infra.Nodes;

/// <summary>The EKS nodes for the Ceph daemons, which nothing else may use.</summary>
public sealed class StorageNodePool : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:nodes:StorageNodePool";

    /// <summary>Creates the nodes.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the AWS provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public StorageNodePool(string name, StorageNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(StorageNodePoolRules.Check(args.Spec, $"StorageNodePool '{name}'", "Change the arguments of the component."));

        var spec = args.Spec;
        var template = new LaunchTemplate($"{name}-template", NodeTemplates.Args(spec.Cluster, "storage", NodeAmiFamily.AmazonLinux2023, spec.Volume), Child());
        var group = new NodeGroup($"{name}-nodes", new NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            NodeRoleArn = args.NodeRoleArn,
            SubnetIds = args.SubnetIds,
            AmiType = StorageNodePoolDefaults.AmiType,
            CapacityType = "ON_DEMAND",
            InstanceTypes = { spec.InstanceType },
            LaunchTemplate = NodeTemplates.Reference(template),
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = spec.Count, DesiredSize = spec.Count, MaxSize = spec.Count },
            Labels = { [StorageNodePoolDefaults.Key] = StorageNodePoolDefaults.Value },
            Taints = { new NodeGroupTaintArgs { Key = StorageNodePoolDefaults.Key, Value = StorageNodePoolDefaults.Value, Effect = "NO_SCHEDULE" } },
            // A volume of an OSD can move only when its old node has let go of it, so a node that starts earlier would not help.
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailable = NodeGroupDefaults.MaxUnavailable, UpdateStrategy = "MINIMAL" },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true, MaxParallelNodesRepairedCount = NodeGroupDefaults.MaxParallelRepairs },
            Tags = EksTags.Of(spec.Cluster, $"{spec.Cluster}-storage"),
        }, Child());
        NodeGroupName = group.NodeGroupName;
        RegisterOutputs();
    }

    /// <summary>Name of the node group, chosen by AWS.</summary>
    [Output("nodeGroupName")]
    public Output<string> NodeGroupName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };
}
