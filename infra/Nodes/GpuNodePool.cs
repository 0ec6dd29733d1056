using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using AutoScaling = Pulumi.Aws.AutoScaling;

namespace Clawdbot.Infra.Nodes;

/// <summary>The EKS nodes of one GPU SKU, as a managed node group.</summary>
public sealed class GpuNodePool : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:nodes:GpuNodePool";

    private readonly string _name;
    private readonly GpuNodePoolArgs _args;
    private readonly Dictionary<string, string> _labels;

    /// <summary>Creates the nodes.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the AWS provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public GpuNodePool(string name, GpuNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(GpuNodePoolRules.Check(args.Spec, $"GpuNodePool '{name}'", "Change the arguments of the component."));

        _name = name;
        _args = args;
        _labels = new() { [Labels.GpuSku] = args.Spec.Sku, [GpuNodePoolDefaults.PresentLabel] = "true" };
        var template = CreateTemplate();
        var group = CreateGroup(template);
        if (args.Spec.Autoscaler is NodeAutoscaler.ClusterAutoscaler)
            CreateScalingTags(group);
        NodeGroupName = group.NodeGroupName;
        RegisterOutputs();
    }

    /// <summary>Name of the node group, chosen by AWS.</summary>
    [Output("nodeGroupName")]
    public Output<string> NodeGroupName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private LaunchTemplate CreateTemplate()
    {
        var spec = _args.Spec;
        var template = NodeTemplates.Args(spec.Cluster, spec.Sku, spec.AmiFamily, spec.Volume);
        switch (spec.Capacity)
        {
            case GpuCapacity.Reserved reserved:
                template.InstanceType = spec.Type!.Name;
                template.CapacityReservationSpecification = Target(reserved.ReservationId, "capacity-reservations-only");
                break;
            case GpuCapacity.CapacityBlock block:
                template.InstanceType = spec.Type!.Name;
                template.InstanceMarketOptions = new LaunchTemplateInstanceMarketOptionsArgs { MarketType = "capacity-block" };
                template.CapacityReservationSpecification = Target(block.ReservationId, preference: null);
                break;
        }
        return new LaunchTemplate($"{_name}-template", template, Child());
    }

    private static LaunchTemplateCapacityReservationSpecificationArgs Target(string reservation, string? preference) => new()
    {
        CapacityReservationPreference = preference is null ? null : (Input<string>)preference,
        CapacityReservationTarget = new LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs { CapacityReservationId = reservation },
    };

    private NodeGroup CreateGroup(LaunchTemplate template)
    {
        var spec = _args.Spec;
        var group = new NodeGroupArgs
        {
            ClusterName = _args.ClusterName,
            NodeRoleArn = _args.NodeRoleArn,
            SubnetIds = _args.SubnetIds,
            AmiType = GpuNodePoolDefaults.AmiType(spec.AmiFamily),
            CapacityType = spec.Capacity switch
            {
                GpuCapacity.Spot => "SPOT",
                GpuCapacity.CapacityBlock => "CAPACITY_BLOCK",
                _ => "ON_DEMAND",
            },
            LaunchTemplate = NodeTemplates.Reference(template),
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = spec.MinimumNodes, DesiredSize = spec.DesiredNodes, MaxSize = spec.MaximumNodes },
            Labels = _labels,
            Taints = { new NodeGroupTaintArgs { Key = GpuNodePoolDefaults.TaintKey, Value = GpuNodePoolDefaults.TaintValue, Effect = "NO_SCHEDULE" } },
            UpdateConfig = new NodeGroupUpdateConfigArgs
            {
                MaxUnavailable = NodeGroupDefaults.MaxUnavailable,
                // Reserved nodes have no spare one to start first, so the old one has to go before.
                UpdateStrategy = spec.Capacity is GpuCapacity.Reserved or GpuCapacity.CapacityBlock ? "MINIMAL" : "DEFAULT",
            },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs
            {
                Enabled = true,
                MaxParallelNodesRepairedCount = NodeGroupDefaults.MaxParallelRepairs,
                NodeRepairConfigOverrides = NodeGroupDefaults.GpuRepairs.Select(repair => new NodeGroupNodeRepairConfigNodeRepairConfigOverrideArgs
                {
                    NodeMonitoringCondition = NodeGroupDefaults.GpuCondition,
                    NodeUnhealthyReason = repair.Reason,
                    MinRepairWaitTimeMins = repair.Minutes,
                    RepairAction = repair.Action,
                }).ToArray(),
            },
            Tags = EksTags.Of(spec.Cluster, $"{spec.Cluster}-{spec.Sku}"),
        };
        // EKS refuses a type that stands in both places, and reservations want it in the template.
        if (spec.Capacity is GpuCapacity.OnDemand or GpuCapacity.Spot)
            group.InstanceTypes.Add(spec.Type!.Name);
        var options = Child();
        if (spec.Autoscaler is NodeAutoscaler.ClusterAutoscaler)
            options.IgnoreChanges.Add("scalingConfig.desiredSize");
        return new NodeGroup($"{_name}-nodes", group, options);
    }

    /// <summary>EKS does not copy labels and taints to the group that the autoscaler looks at, so an empty group would look unfit for GPU pods.</summary>
    private void CreateScalingTags(NodeGroup group)
    {
        const string Prefix = "k8s.io/cluster-autoscaler/node-template";
        var scalingGroup = group.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name!);
        var tags = _labels.Select(label => (Key: $"label-{label.Key.Replace('/', '-')}", Tag: $"{Prefix}/label/{label.Key}", label.Value)).ToList();
        tags.Add(("taint", $"{Prefix}/taint/{GpuNodePoolDefaults.TaintKey}", $"{GpuNodePoolDefaults.TaintValue}:NoSchedule"));
        tags.Add(("gpus", $"{Prefix}/resources/nvidia.com/gpu", _args.Spec.GpusPerNode.ToString(CultureInfo.InvariantCulture)));
        foreach (var (key, tag, value) in tags)
        {
            _ = new AutoScaling.Tag($"{_name}-{key}", new AutoScaling.TagArgs
            {
                AutoscalingGroupName = scalingGroup,
                TagDetails = new TagTagArgs { Key = tag, Value = value, PropagateAtLaunch = false },
            }, Child());
        }
    }
}
