using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of <see cref="StorageNodePool"/>.</summary>
public static class StorageNodePoolDefaults
{
    /// <summary>Key of the taint and of the label.</summary>
    public const string Key = "clawdbot.dev/storage";

    /// <summary>Value of both.</summary>
    public const string Value = "true";

    /// <summary>One in each zone: three replicas, three monitors.</summary>
    public const int Count = 3;

    /// <summary>Nodes.</summary>
    public static IntegerRange CountRange { get; } = new(3, 30);

    /// <summary>4 processors and 16 GiB: an OSD, a monitor and a metadata server ask for 3 cores and 9 GiB.</summary>
    public const string InstanceType = "m7i.xlarge";

    /// <summary>Sizes that are too small for the daemons: less than 4 processors or less than 16 GiB in every family.</summary>
    public static ImmutableArray<string> SmallSizes { get; } = ["nano", "micro", "small", "medium", "large"];

    /// <summary>Families whose <c>xlarge</c> has 8 GiB only.</summary>
    public const char ComputeFamily = 'c';

    /// <summary>Images take about 10 GB; crash dumps and logs the rest.</summary>
    public static NodeVolume Volume { get; } = new(100, 250, 3000);

    /// <summary>The name that EKS has for the images without a GPU driver.</summary>
    public const string AmiType = "AL2023_x86_64_STANDARD";
}
