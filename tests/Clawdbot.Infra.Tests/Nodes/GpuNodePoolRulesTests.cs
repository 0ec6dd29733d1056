using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

/// <summary>C2, C6: nodes that hold their servers, in places that can be lost.</summary>
public sealed class GpuNodePoolRulesTests
{
    [Fact]
    public void Accepts_nodes_on_demand() => Assert.Empty(Check(NodeSpecs.Gpu));

    [Fact]
    public void Accepts_a_capacity_block_in_its_zone() => Assert.Empty(Check(NodeSpecs.Block));

    [Fact]
    public void Accepts_a_reservation_in_one_zone() => Assert.Empty(Check(NodeSpecs.Gpu with { Zones = ["eu-central-1a"], Capacity = new GpuCapacity.Reserved("cr-0123456789abcdef0") }));

    [Fact]
    public void Accepts_scaling_to_zero_with_cluster_autoscaler() => Assert.Empty(Check(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler(), Minimum = 0, Maximum = 9 }));

    [Theory]
    [InlineData(3, 12, "g5.xlarge")]
    [InlineData(4, 12, "g5.2xlarge")]
    [InlineData(3, 14, "g5.2xlarge")]
    [InlineData(8, 48, "g5.4xlarge")]
    public void The_cheapest_type_that_holds_the_servers_is_chosen(int cpu, int memory, string type) =>
        Assert.Equal(type, (NodeSpecs.Gpu with { ServersCpu = cpu, ServersMemoryGiB = memory }).Type!.Name);

    [Fact]
    public void The_price_is_the_catalogues() => Assert.Equal(3 * 1.006, (NodeSpecs.Gpu).PricePerHour);

    [Fact]
    public void Rejects_every_mistake_in_one_go() =>
        Assert.Equal(
            [
                "CB2100: N.region is 'Frankfurt'; allowed: an AWS region, as eu-central-1. Change it.",
                "CB2107: N.gpusPerNode is 3; allowed: 1 or 4 or 8, as AWS offers a10g. Change it.",
                "CB2002: N.count is 0; allowed: 1 to 450. Change it.",
                "CB2002: N.minimum is -1; allowed: 0 to 450. Change it.",
                "CB2002: N.volume.sizeGiB is 1; allowed: 50 to 16384. Change it.",
                "CB2116: N.drainSeconds is 901; allowed: at most 900: EKS gives up an update when a node is not empty by then. Lower the drainSeconds of its pools. Change it.",
            ],
            Check(NodeSpecs.Gpu with { Region = "Frankfurt", GpusPerNode = 3, Count = 0, Minimum = -1, Volume = new NodeVolume(1, 125, 3000), DrainSeconds = 901 }));

    [Fact]
    public void Rejects_a_card_that_nobody_knows() => Assert.StartsWith("CB2006: N.sku is 'a10gg'; allowed: ", Assert.Single(Check(NodeSpecs.Gpu with { Sku = "a10gg" })), StringComparison.Ordinal);

    [Fact]
    public void Rejects_a_card_that_aws_does_not_offer() =>
        Assert.Equal(
            ["CB2107: N.sku is 'a10'; allowed: t4, l4, a10g, l40s, rtxpro6000, a100-40, a100-80, h100, h200, b200. AWS does not offer this card. Change it."],
            Check(NodeSpecs.Gpu with { Sku = "a10" }));

    [Fact]
    public void Rejects_a_type_that_does_not_exist() =>
        Assert.Equal(
            ["CB2107: N.instanceType is 'g5.3xlarge'; allowed: g5.xlarge, g5.2xlarge, g5.4xlarge, g5.8xlarge, g5.16xlarge. Did you mean 'g5.2xlarge'? Change it."],
            Check(NodeSpecs.Gpu with { InstanceType = "g5.3xlarge" }));

    [Fact]
    public void Rejects_a_type_with_other_gpus() =>
        Assert.Equal(
            ["CB2108: N.instanceType is 'g6.12xlarge', which has 4 x l4; allowed: a type with 1 x a10g: g5.xlarge, g5.2xlarge, g5.4xlarge, g5.8xlarge, g5.16xlarge. Change it."],
            Check(NodeSpecs.Gpu with { InstanceType = "g6.12xlarge" }));

    [Fact]
    public void Rejects_a_type_that_does_not_hold_its_servers() =>
        Assert.Equal(
            ["CB2108: N.instanceType is 'g5.xlarge', which leaves servers 3 cores and 13 GiB; allowed: a type that leaves 4 cores and 20 GiB: g5.2xlarge, g5.4xlarge, g5.8xlarge, g5.16xlarge. Change it."],
            Check(NodeSpecs.Gpu with { InstanceType = "g5.xlarge", ServersCpu = 4, ServersMemoryGiB = 20 }));

    [Fact]
    public void Rejects_servers_that_no_type_holds() =>
        Assert.Equal(
            ["CB2108: N.instanceType is 'g5.xlarge', which leaves servers 3 cores and 13 GiB; allowed: a type that leaves 4 cores and 500 GiB: none has it; lower cpu or memoryGiB of its pools. Change it."],
            Check(NodeSpecs.Gpu with { ServersCpu = 4, ServersMemoryGiB = 500 }));

    [Fact]
    public void Rejects_counts_that_contradict_each_other() =>
        Assert.Equal(
            [
                "CB2111: N.minimum is 4; allowed: at most count, which is 3. Change it.",
                "CB2111: N.maximum is 2; allowed: at least count, which is 3. Change it.",
            ],
            Check(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler(), Minimum = 4, Maximum = 2 }));

    [Fact]
    public void Rejects_a_range_that_nothing_uses() =>
        Assert.Equal(["CB2111: N.maximum is 6; allowed: 3, because cluster.autoscaler is 'none' and nothing would change the number. Change it."], Check(NodeSpecs.Gpu with { Maximum = 6 }));

    [Fact]
    public void Rejects_reservations_by_wrong_names_and_in_several_zones() =>
        Assert.Equal(
            [
                "CB2110: N.capacity.reservation is 'cr-1'; allowed: cr- and 17 hexadecimal digits, see `aws ec2 describe-capacity-reservations`. Change it.",
                "CB2110: N.zones is eu-central-1a, eu-central-1b, eu-central-1c; allowed: the one zone of capacity.reservation: a reservation holds in its own zone only. Change it.",
            ],
            Check(NodeSpecs.Gpu with { Capacity = new GpuCapacity.Reserved("cr-1") }));

    [Fact]
    public void Rejects_a_capacity_block_in_another_zone() =>
        Assert.Equal(
            ["CB2110: N.zones is eu-central-1a; allowed: only 'eu-central-1b', as capacity.zone: a capacity block holds in its own zone only. Change it."],
            Check(NodeSpecs.Block with { Zones = ["eu-central-1a"] }));

    [Fact]
    public void Rejects_an_autoscaler_for_a_capacity_block() =>
        Assert.Equal(
            ["CB2117: N.capacity is a capacity block; allowed: onDemand, spot or reserved with cluster.autoscaler 'clusterAutoscaler'. It would try to start nodes before and after the block. Change it."],
            Check(NodeSpecs.Block with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler() }));

    [Fact]
    public void Rejects_by_the_hour_what_aws_does_not_sell_so() =>
        Assert.Equal(
            ["CB2110: N.capacity is onDemand or spot; allowed: reserved or capacityBlock: AWS does not sell p5e.48xlarge by the hour. Change it."],
            Check(NodeSpecs.Gpu with { Sku = "h200", GpusPerNode = 8, InstanceType = "p5e.48xlarge" }));

    [Fact]
    public void Rejects_node_groups_under_karpenter_and_its_pools_under_another()
    {
        Assert.Equal(["CB2117: N.autoscaler is 'karpenter'; allowed: 'none' or 'clusterAutoscaler'. Karpenter starts its nodes without node groups. Change it."], Check(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.Karpenter() }));
        Assert.Equal(["CB2117: N.autoscaler is 'none'; allowed: 'karpenter'. Nothing else understands these objects. Change it."], CheckKarpenter(NodeSpecs.Gpu));
    }

    [Fact]
    public void Accepts_karpenter_with_a_long_drain() => Assert.Empty(CheckKarpenter(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.Karpenter(), DrainSeconds = 1000, Maximum = 9 }));

    [Fact]
    public void Rejects_a_minimum_that_karpenter_cannot_keep() =>
        Assert.Equal(
            ["CB2111: N.minimum is 1; allowed: nothing, because cluster.autoscaler is 'karpenter', which keeps nodes only for pods that run. Change it."],
            CheckKarpenter(NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.Karpenter(), Minimum = 1 }));

    private static string[] Check(GpuNodePoolSpec spec) => GpuNodePoolRules.Check(spec, "N", "Change it.").Lines();

    private static string[] CheckKarpenter(GpuNodePoolSpec spec) => KarpenterGpuPoolRules.Check(spec, "N", "Change it.").Lines();
}
