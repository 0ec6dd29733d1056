using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class NodeVolumeTests
{
    [Theory]
    [InlineData(50, 125, 3000)]
    [InlineData(200, 750, 3000)]
    [InlineData(200, 2000, 8000)]
    [InlineData(160, 2000, 80000)]
    public void Accepts_what_gp3_offers(int size, int throughput, int iops) => Assert.Empty(Check(new NodeVolume(size, throughput, iops)));

    [Fact]
    public void Rejects_figures_outside_their_ranges() =>
        Assert.Equal(
            [
                "CB2002: V.sizeGiB is 49; allowed: 50 to 16384. Change it.",
                "CB2002: V.throughputMiBps is 2001; allowed: 125 to 2000. Change it.",
                "CB2002: V.iops is 2999; allowed: 3000 to 80000. Change it.",
            ],
            Check(new NodeVolume(49, 2001, 2999)));

    [Fact]
    public void Rejects_more_throughput_than_the_operations_carry() =>
        Assert.Equal(
            ["CB2109: V.throughputMiBps is 1000; allowed: at most 750 with 3000 IOPS: EBS wants 4 IOPS for each MiB/s. Change it."],
            Check(new NodeVolume(200, 1000, 3000)));

    [Fact]
    public void Rejects_more_operations_than_the_size_allows() =>
        Assert.Equal(["CB2109: V.iops is 80000; allowed: at most 25000 with 50 GiB: EBS allows 500 IOPS for each GiB. Change it."], Check(new NodeVolume(50, 125, 80000)));

    private static string[] Check(NodeVolume volume) => volume.Check("V", "Change it.").Lines();
}
