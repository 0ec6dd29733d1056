using Clawdbot.Infra.Serving;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class GpuNodesTests
{
    [Theory]
    [InlineData(3, 2, 0, 2, 3)]
    [InlineData(3, 2, 1, 2, 2)]
    [InlineData(1, 3, 1, 2, 1)]
    [InlineData(2, 8, 8, 2, 3)]
    [InlineData(2, 1, 0, 2, 0)]
    [InlineData(1, 1, 5, 1, 0)]
    public void Counts_the_servers_that_fit(int nodes, int gpus, int used, int perServer, int slots) =>
        Assert.Equal(slots, new GpuNodes(nodes, gpus, used).Slots(perServer));

    [Fact]
    public void A_server_without_gpus_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new GpuNodes(1, 1).Slots(0));

    [Fact]
    public void Equals_the_worst_placement_of_the_others() =>
        Prop.ForAll(Sizes(1, 3), Sizes(1, 6), Sizes(0, 18), (nodes, gpus, used) =>
        {
            var others = Math.Min(used, nodes * gpus);
            return Enumerable.Range(1, 4).All(perServer =>
                new GpuNodes(nodes, gpus, others).Slots(perServer) == WorstPlacement(nodes, gpus, others, perServer));
        }).QuickCheckThrowOnFailure();

    /// <summary>Tries every way of putting the others' GPUs on the nodes.</summary>
    private static int WorstPlacement(int nodes, int gpus, int others, int perServer)
    {
        if (nodes == 0)
            return others == 0 ? 0 : int.MaxValue;
        var worst = int.MaxValue;
        for (var here = 0; here <= Math.Min(gpus, others); here++)
        {
            var rest = WorstPlacement(nodes - 1, gpus, others - here, perServer);
            if (rest != int.MaxValue)
                worst = Math.Min(worst, rest + ((gpus - here) / perServer));
        }
        return worst;
    }

    private static Arbitrary<int> Sizes(int minimum, int maximum) => Gen.Choose(minimum, maximum).ToArbitrary();
}
