using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class GpuNodePoolTests
{
    [Fact]
    public async Task Nodes_carry_the_sku_keep_others_away_and_heal_themselves()
    {
        GpuNodePool? pool = null;
        var mocks = await Run.Program(() => pool = New(NodeSpecs.Gpu));

        var group = mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs;
        Assert.Equal("AL2023_x86_64_NVIDIA", (string?)group["amiType"]);
        Assert.Equal("ON_DEMAND", (string?)group["capacityType"]);
        Assert.Equal("""["g5.xlarge"]""", group["instanceTypes"]!.ToJsonString());
        Assert.Equal("""{"clawdbot.dev/gpu-sku":"a10g","nvidia.com/gpu.present":"true"}""", group["labels"]!.ToJsonString());
        Assert.Equal("""[{"effect":"NO_SCHEDULE","key":"nvidia.com/gpu","value":"present"}]""", group["taints"]!.ToJsonString());
        Assert.Equal("DEFAULT", (string?)group["updateConfig"]!["updateStrategy"]);
        Assert.Equal(1, (int?)(double?)group["updateConfig"]!["maxUnavailable"]);
        Assert.Equal((3, 3, 3), Sizes(group));
        Assert.Equal("""["a","b","c"]""", group["subnetIds"]!.ToJsonString());
        Assert.True((bool?)group["nodeRepairConfig"]!["enabled"]);
        Assert.Equal(
            ["NvidiaXID64Error Replace", "NvidiaXID31Error NoAction"],
            group["nodeRepairConfig"]!["nodeRepairConfigOverrides"]!.AsArray().Select(repair => $"{repair!["nodeUnhealthyReason"]} {repair["repairAction"]}"));
        Assert.Null(mocks.Only("aws:ec2/launchTemplate:LaunchTemplate").Inputs["instanceType"]);
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == "aws:autoscaling/tag:Tag");
        Assert.Equal("gpu-nodes-group", await OutputUtilities.GetValueAsync(pool!.NodeGroupName));
    }

    [Fact]
    public async Task Images_have_a_fast_volume()
    {
        var volume = Assert.Single(Volumes(await Create(NodeSpecs.Gpu)));
        Assert.Equal("/dev/xvda 200 500 3000", Show(volume));
    }

    [Fact]
    public async Task Bottlerocket_has_a_second_volume_for_images()
    {
        var mocks = await Create(NodeSpecs.Gpu with { AmiFamily = NodeAmiFamily.Bottlerocket, Volume = new NodeVolume(400, 1000, 4000) });
        Assert.Equal(["/dev/xvda 4 125 3000", "/dev/xvdb 400 1000 4000"], Volumes(mocks).Select(Show));
        Assert.Equal("BOTTLEROCKET_x86_64_NVIDIA", (string?)mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs["amiType"]);
        Assert.False(GpuNodePoolDefaults.NeedsDevicePlugin(NodeAmiFamily.Bottlerocket));
        Assert.True(GpuNodePoolDefaults.NeedsDevicePlugin(NodeAmiFamily.AmazonLinux2023));
    }

    [Fact]
    public async Task Spot_is_a_capacity_type() => Assert.Equal("SPOT", (string?)(await Create(NodeSpecs.Gpu with { Capacity = new GpuCapacity.Spot() })).Only("aws:eks/nodeGroup:NodeGroup").Inputs["capacityType"]);

    [Fact]
    public async Task A_reservation_is_the_only_source_and_an_update_never_needs_a_spare_node()
    {
        var mocks = await Create(NodeSpecs.Gpu with { Zones = ["eu-central-1a"], Capacity = new GpuCapacity.Reserved("cr-0123456789abcdef0") });
        var template = mocks.Only("aws:ec2/launchTemplate:LaunchTemplate").Inputs;
        Assert.Equal("""{"capacityReservationPreference":"capacity-reservations-only","capacityReservationTarget":{"capacityReservationId":"cr-0123456789abcdef0"}}""", template["capacityReservationSpecification"]!.ToJsonString());
        Assert.Equal("g5.xlarge", (string?)template["instanceType"]);
        Assert.Null(template["instanceMarketOptions"]);
        var group = mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs;
        Assert.Null(group["instanceTypes"]);
        Assert.Equal("ON_DEMAND", (string?)group["capacityType"]);
        Assert.Equal("MINIMAL", (string?)group["updateConfig"]!["updateStrategy"]);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public async Task A_capacity_block_is_used_while_it_runs_and_never_bought(bool active, int desired)
    {
        var mocks = await Create(NodeSpecs.Block with { Capacity = new GpuCapacity.CapacityBlock("cr-0123456789abcdef0", "eu-central-1b", active) });
        var template = mocks.Only("aws:ec2/launchTemplate:LaunchTemplate").Inputs;
        Assert.Equal("""{"marketType":"capacity-block"}""", template["instanceMarketOptions"]!.ToJsonString());
        Assert.Equal("""{"capacityReservationTarget":{"capacityReservationId":"cr-0123456789abcdef0"}}""", template["capacityReservationSpecification"]!.ToJsonString());
        Assert.Equal("p5en.48xlarge", (string?)template["instanceType"]);
        var group = mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs;
        Assert.Equal("CAPACITY_BLOCK", (string?)group["capacityType"]);
        Assert.Null(group["instanceTypes"]);
        Assert.Equal((0, desired, 3), Sizes(group));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.Contains("apacityBlockReservation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cluster_autoscaler_sees_what_an_empty_group_would_offer()
    {
        var mocks = await Create(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler(), Minimum = 0, Maximum = 6 });
        Assert.Equal((0, 3, 6), Sizes(mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs));
        var tags = mocks.Resources.Where(resource => resource.Type == "aws:autoscaling/tag:Tag").Select(resource => resource.Inputs).ToList();
        Assert.All(tags, tag => Assert.Equal("gpu-nodes-asg", (string?)tag["autoscalingGroupName"]));
        Assert.Equal(
            [
                "k8s.io/cluster-autoscaler/node-template/label/clawdbot.dev/gpu-sku=a10g",
                "k8s.io/cluster-autoscaler/node-template/label/nvidia.com/gpu.present=true",
                "k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu=1",
                "k8s.io/cluster-autoscaler/node-template/taint/nvidia.com/gpu=present:NoSchedule",
            ],
            tags.Select(tag => $"{tag["tag"]!["key"]}={tag["tag"]!["value"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Storage_nodes_are_for_ceph_alone()
    {
        var mocks = await Run.Program(() => _ = new StorageNodePool("storage", new StorageNodePoolArgs { Spec = NodeSpecs.Storage, ClusterName = "clawdbot-prod", NodeRoleArn = "role", SubnetIds = new[] { "a", "b", "c" } }));
        var group = mocks.Only("aws:eks/nodeGroup:NodeGroup").Inputs;
        Assert.Equal("""{"clawdbot.dev/storage":"true"}""", group["labels"]!.ToJsonString());
        Assert.Equal("""[{"effect":"NO_SCHEDULE","key":"clawdbot.dev/storage","value":"true"}]""", group["taints"]!.ToJsonString());
        Assert.Equal("""["m7i.xlarge"]""", group["instanceTypes"]!.ToJsonString());
        Assert.Equal("MINIMAL", (string?)group["updateConfig"]!["updateStrategy"]);
        Assert.Equal((3, 3, 3), Sizes(group));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_components()
    {
        var mocks = await Run.Program(() =>
        {
            Assert.Throws<DiagnosticException>(() => New(NodeSpecs.Gpu with { Count = 0 }));
            Assert.Throws<DiagnosticException>(() => new StorageNodePool("storage", new StorageNodePoolArgs { Spec = NodeSpecs.Storage with { Count = 4 }, ClusterName = "c", NodeRoleArn = "r", SubnetIds = "a" }));
        });
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
    }

    private static GpuNodePool New(GpuNodePoolSpec spec) => new("gpu", new GpuNodePoolArgs { Spec = spec, ClusterName = "clawdbot-prod", NodeRoleArn = "role", SubnetIds = new[] { "a", "b", "c" } });

    private static Task<RecordingMocks> Create(GpuNodePoolSpec spec) => Run.Program(() => New(spec));

    private static (int?, int?, int?) Sizes(JsonObject group) => ((int?)(double?)group["scalingConfig"]!["minSize"], (int?)(double?)group["scalingConfig"]!["desiredSize"], (int?)(double?)group["scalingConfig"]!["maxSize"]);

    private static IEnumerable<JsonNode> Volumes(RecordingMocks mocks) => mocks.Only("aws:ec2/launchTemplate:LaunchTemplate").Inputs["blockDeviceMappings"]!.AsArray().Select(mapping => mapping!);

    private static string Show(JsonNode mapping) => $"{mapping["deviceName"]} {(int?)(double?)mapping["ebs"]!["volumeSize"]} {(int?)(double?)mapping["ebs"]!["throughput"]} {(int?)(double?)mapping["ebs"]!["iops"]}";
}
