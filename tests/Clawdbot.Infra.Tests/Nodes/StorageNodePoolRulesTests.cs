using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class StorageNodePoolRulesTests
{
    [Theory]
    [InlineData("m7i.xlarge")]
    [InlineData("c7i.2xlarge")]
    [InlineData("m7g.metal")]
    [InlineData("u7i-12tb.224xlarge")]
    public void Accepts_types_that_hold_the_daemons(string type) => Assert.Empty(Check(NodeSpecs.Storage with { InstanceType = type, Count = 6 }));

    [Theory]
    [InlineData("m7i.large")]
    [InlineData("t3.medium")]
    [InlineData("c7i.xlarge")]
    public void Rejects_types_that_are_too_small(string type) =>
        Assert.Equal([$"CB2108: S.instanceType is '{type}'; allowed: a type with at least 4 processors and 16 GiB, as m7i.xlarge. Change it."], Check(NodeSpecs.Storage with { InstanceType = type }));

    [Fact]
    public void Rejects_every_mistake_in_one_go() =>
        Assert.Equal(
            [
                "CB2101: S.zones is a list of 1; allowed: exactly 3. Change it.",
                "CB2002: S.count is 0; allowed: 3 to 30. Change it.",
                "CB2107: S.instanceType is 'big'; allowed: an EC2 instance type, as m7i.xlarge. Change it.",
                "CB2002: S.volume.iops is 100; allowed: 3000 to 80000. Change it.",
            ],
            Check(NodeSpecs.Storage with { Zones = ["eu-central-1a"], Count = 0, InstanceType = "big", Volume = new NodeVolume(100, 125, 100) }));

    [Fact]
    public void Rejects_zones_of_different_size() =>
        Assert.Equal(["CB2111: S.count is 4; allowed: a multiple of 3, the zones. A zone with fewer nodes could not take over what another one holds. Change it."], Check(NodeSpecs.Storage with { Count = 4 }));

    private static string[] Check(StorageNodePoolSpec spec) => StorageNodePoolRules.Check(spec, "S", "Change it.").Lines();
}
