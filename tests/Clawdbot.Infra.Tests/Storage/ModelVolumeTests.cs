using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>What the planner and the loader need to know of a volume (C7).</summary>
public sealed class ModelVolumeTests
{
    private static readonly ModelVolume[] All =
    [
        Volumes.OnVolumes, new ModelVolume.FsxLustre(Volumes.OldLustre), Volumes.Bucket, new ModelVolume.ExistingClaim("models"), new ModelVolume.HostPath("/srv", 10, []),
    ];

    [Fact]
    public void There_are_no_other_kinds() => Assert.Equal(
        typeof(ModelVolume).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
        All.Select(volume => volume.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_says_how_fast_it_is_whether_it_renames_and_how_large() => Assert.Equal(
        [
            (WeightStorage.SharedFileSystem, true, 1000),
            (WeightStorage.FsxLustre, true, 2400),
            (WeightStorage.S3, false, null),
            (WeightStorage.SharedFileSystem, true, null),
            (WeightStorage.LocalNvme, true, 10),
        ],
        All.Select(volume => (volume.Speed, volume.SupportsAtomicRename, volume.DeclaredGiB)));
}
