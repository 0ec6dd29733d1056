using System.Globalization;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks.Inputs;

namespace Clawdbot.Infra.Nodes;

/// <summary>The launch template of a node group: what its nodes have in common whatever they are for.</summary>
internal static class NodeTemplates
{
    /// <summary>Makes the arguments; the caller may add how the nodes are bought.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="nodes">What the nodes are for.</param>
    /// <param name="family">Operating system.</param>
    /// <param name="volume">Volume for images and containers.</param>
    internal static LaunchTemplateArgs Args(string cluster, string nodes, NodeAmiFamily family, NodeVolume volume)
    {
        var tags = EksTags.Of(cluster, $"{cluster}-{nodes}");
        var args = new LaunchTemplateArgs
        {
            Description = $"{cluster}: {nodes}",
            // No security groups: EKS then uses the cluster's own.
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = NodeGroupDefaults.MetadataHops,
                InstanceMetadataTags = "disabled",
            },
            UpdateDefaultVersion = true,
            Tags = tags,
        };
        foreach (var (device, size) in Volumes(family, volume))
            args.BlockDeviceMappings.Add(new LaunchTemplateBlockDeviceMappingArgs { DeviceName = device, Ebs = Ebs(size) });
        foreach (var kind in new[] { "instance", "volume", "network-interface" })
            args.TagSpecifications.Add(new LaunchTemplateTagSpecificationArgs { ResourceType = kind, Tags = tags });
        return args;
    }

    /// <summary>The reference of a node group to its template: always the newest version, so that a change replaces the nodes.</summary>
    internal static NodeGroupLaunchTemplateArgs Reference(LaunchTemplate template) => new()
    {
        Id = template.Id,
        Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>The volumes of a node.</summary>
    internal static IEnumerable<(string Device, NodeVolume Volume)> Volumes(NodeAmiFamily family, NodeVolume volume) => family == NodeAmiFamily.Bottlerocket
        ? [(NodeGroupDefaults.RootDevice, NodeGroupDefaults.BottlerocketRoot), (NodeGroupDefaults.BottlerocketDataDevice, volume)]
        : [(NodeGroupDefaults.RootDevice, volume)];

    private static LaunchTemplateBlockDeviceMappingEbsArgs Ebs(NodeVolume volume) => new()
    {
        VolumeType = "gp3",
        VolumeSize = volume.SizeGiB,
        Throughput = volume.ThroughputMiBps,
        Iops = volume.Iops,
        // The provider takes these two as texts.
        Encrypted = "true",
        DeleteOnTermination = "true",
    };
}
