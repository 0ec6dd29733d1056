using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class CephSizingTests
{
    [Theory]
    [InlineData(1000, 3, 3750)]
    [InlineData(1, 3, 4)]
    [InlineData(1000, 2, 2500)]
    public void Copies_and_the_free_fifth_make_the_raw_size(int capacity, int replicas, long raw) =>
        Assert.Equal(raw, CephSizing.RawGiB(Volumes.OnVolumes with { CapacityGiB = capacity, Replicas = replicas }));

    [Theory]
    [InlineData(1000, 3, 2)] // 3750 GiB on devices of 1024: four, so two for each of three nodes.
    [InlineData(1000, 4, 1)]
    [InlineData(1, 3, 1)]
    public void Every_node_gets_the_same_number_of_devices(int capacity, int nodes, long each)
    {
        var volume = Volumes.OnVolumes with { CapacityGiB = capacity, StorageNodes = nodes };
        Assert.Equal(each, CephSizing.DevicesPerNode(volume));
        Assert.True(CephSizing.AvailableGiB(volume) >= CephSizing.RawGiB(volume));
    }

    [Fact]
    public void Disks_are_counted_as_they_are() => Assert.Equal((2L, 6144L), (CephSizing.DevicesPerNode(Volumes.OnDisks), CephSizing.AvailableGiB(Volumes.OnDisks)));
}
