using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Serving;
using Clawdbot.Stacks.Settings;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class EksNodesTests
{
    private static ClusterTarget.Eks Target { get; } = EksReaderTests.Read(EksReaderTests.Shortest(), out _);

    private static ImmutableArray<ModelPoolSpec> Pools { get; } = [.. Configuration.Of("staging").Parse().Pools];

    [Fact]
    public void Reads_every_key_of_a_node_entry()
    {
        var nodes = Read(
            """
            {"sku":"a10g","count":2,"gpusPerNode":1,"minimum":0,"maximum":4,"instanceType":"g5.2xlarge","capacity":{"kind":"capacityBlock","reservation":"cr-0123456789abcdef0","zone":"eu-central-1b","active":true},
             "zones":["eu-central-1b"],"amiFamily":"bottlerocket","volume":{"sizeGiB":300}}
            """, out var errors);
        Assert.Empty(errors);
        Assert.True(nodes is { Minimum: 0, Maximum: 4, InstanceType: "g5.2xlarge", AmiFamily: NodeAmiFamily.Bottlerocket });
        Assert.Equal(new GpuCapacity.CapacityBlock("cr-0123456789abcdef0", "eu-central-1b", Active: true), nodes.Capacity);
        Assert.Equal(new NodeVolume(300, 500, 3000), nodes.Volume);
        Assert.Equal(["eu-central-1b"], nodes.Zones.AsEnumerable());
    }

    [Theory]
    [InlineData("""{"kind":"onDemand"}""", typeof(GpuCapacity.OnDemand))]
    [InlineData("""{"kind":"spot"}""", typeof(GpuCapacity.Spot))]
    [InlineData("""{"kind":"reserved","reservation":"cr-0123456789abcdef0"}""", typeof(GpuCapacity.Reserved))]
    public void Reads_each_kind_of_capacity(string capacity, Type kind) =>
        Assert.IsType(kind, Read($$"""{"sku":"a10g","count":2,"gpusPerNode":1,"capacity":{{capacity}}}""", out _).Capacity);

    [Fact]
    public void Rejects_unknown_choices_and_a_block_without_its_parts()
    {
        Read("""{"sku":"a10g","count":2,"gpusPerNode":1,"amiFamily":"ubuntu","capacity":{"kind":"capacityBlock"}}""", out var errors);
        Assert.Equal(
            [
                "CB1002: clawdbot:gpuNodes[0].capacity.reservation is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.",
                "CB1002: clawdbot:gpuNodes[0].capacity.zone is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.",
                "CB1004: clawdbot:gpuNodes[0].amiFamily is 'ubuntu'; allowed: amazonLinux2023 or bottlerocket. Set it in stacks/Pulumi.test.yaml.",
            ],
            errors);
    }

    [Fact]
    public void Nodes_take_zones_and_autoscaler_of_the_cluster_and_the_needs_of_their_servers()
    {
        var spec = EksNodes.Spec(Target, new GpuNodeSettings("a10g", 3, 1), Pools);
        var pool = Pools.Single();
        Assert.Equal(Target.Cluster.Zones, spec.Zones);
        Assert.Equal((pool.Cpu, pool.MemoryGiB, pool.Drain.GracePeriodSeconds), (spec.ServersCpu, spec.ServersMemoryGiB, spec.DrainSeconds));
        Assert.Empty(EksNodes.Check(Target, [new GpuNodeSettings("a10g", 3, 1)], Pools, "R"));
        Assert.Equal((4 * pool.Cpu, 4 * pool.MemoryGiB), (EksNodes.Spec(Target, new GpuNodeSettings("a10g", 3, 4), Pools).ServersCpu, EksNodes.Spec(Target, new GpuNodeSettings("a10g", 3, 4), Pools).ServersMemoryGiB));
        Assert.Equal(0, EksNodes.Spec(Target, new GpuNodeSettings("l4", 3, 1), Pools).ServersCpu);
    }

    [Fact]
    public void A_capacity_block_brings_its_zone() =>
        Assert.Equal(["eu-central-1b"], EksNodes.Spec(Target, new GpuNodeSettings("h200", 1, 8) { Capacity = new GpuCapacity.CapacityBlock("cr-0123456789abcdef0", "eu-central-1b", Active: false) }, []).Zones.AsEnumerable());

    [Fact]
    public void Rejects_mistakes_in_cluster_storage_and_nodes_in_one_go() =>
        Assert.Equal(
            [
                "CB2105: clawdbot:cluster.kubernetesVersion is '1.20'; allowed: 1.34, 1.35, 1.36. R",
                "CB2111: clawdbot:cluster.storageNodes.count is 4; allowed: a multiple of 3, the zones. A zone with fewer nodes could not take over what another one holds. R",
                "CB2107: clawdbot:gpuNodes[0].gpusPerNode is 2; allowed: 1 or 4 or 8, as AWS offers a10g. R",
                "CB1005: clawdbot:gpuNodes[1].zones is 'eu-central-1d'; allowed: zones of clawdbot:cluster.zones: eu-central-1a, eu-central-1b, eu-central-1c. R",
            ],
            Lines(EksNodes.Check(
                new ClusterTarget.Eks(Target.Cluster with { KubernetesVersion = "1.20" }, new StorageNodePoolSpec { Cluster = "c", Region = "eu-central-1", Zones = Target.Cluster.Zones, Count = 4 }),
                [new GpuNodeSettings("a10g", 3, 2), new GpuNodeSettings("l4", 3, 1) { Zones = ["eu-central-1d"] }, new GpuNodeSettings("", 0, 0)], [], "R")));

    [Fact]
    public void Rejects_settings_of_aws_for_a_cluster_that_exists() =>
        Assert.Equal(
            [
                "CB1005: clawdbot:gpuNodes[0].minimum is set; allowed: nothing, unless clawdbot:cluster.kind is 'eks'. Only a cluster that the stack makes has nodes that it can choose. R",
                "CB1005: clawdbot:gpuNodes[0].instanceType is set; allowed: nothing, unless clawdbot:cluster.kind is 'eks'. Only a cluster that the stack makes has nodes that it can choose. R",
            ],
            Lines(EksNodes.Check(new ClusterTarget.Existing("c", KubeconfigIsSecret: false), [new GpuNodeSettings("a10", 3, 1) { Minimum = 1, InstanceType = "g5.xlarge" }], [], "R")));

    [Fact]
    public void Accepts_nodes_without_them_and_says_nothing_about_a_target_that_could_not_be_read()
    {
        Assert.Empty(EksNodes.Check(new ClusterTarget.Existing("c", KubeconfigIsSecret: false), [new GpuNodeSettings("a10", 3, 1)], [], "R"));
        Assert.Empty(EksNodes.Check(null, [new GpuNodeSettings("a10", 3, 1) { Minimum = 1 }], [], "R"));
    }

    private static GpuNodeSettings Read(string json, out List<string> errors)
    {
        var found = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json);
        var nodes = GpuNodesReader.Read(new SettingsObject("clawdbot:gpuNodes[0]", document.RootElement.Clone(), GpuNodesReader.Keys, "stacks/Pulumi.test.yaml", found), oneMachine: false);
        errors = [.. found.Select(diagnostic => diagnostic.ToString())];
        return nodes;
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(diagnostic => diagnostic.ToString());
}
