using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of <see cref="GpuNodePool"/> and <see cref="KarpenterGpuPool"/>.</summary>
public static class GpuNodePoolDefaults
{
    /// <summary>Key of the taint that keeps everything else away from GPUs.</summary>
    public const string TaintKey = "nvidia.com/gpu";

    /// <summary>Value of the taint.</summary>
    public const string TaintValue = "present";

    /// <summary>Label by which the charts of NVIDIA find nodes without node feature discovery.</summary>
    public const string PresentLabel = "nvidia.com/gpu.present";

    /// <summary>
    /// Two versions of a vLLM image take 40 GB unpacked, caches and logs some more. 500 MiB/s, four times the least, unpack 20 GB in under
    /// a minute; 3000 IOPS cost nothing and carry up to 750 MiB/s.
    /// </summary>
    public static NodeVolume Volume { get; } = new(200, 500, 3000);

    /// <summary>Nodes of one SKU.</summary>
    public static IntegerRange Nodes { get; } = new(1, 450);

    /// <summary>Fewest nodes; none is allowed, and makes the first request wait for a node.</summary>
    public static IntegerRange MinimumRange { get; } = new(0, 450);

    /// <summary>Zones of a group.</summary>
    public static IntegerRange Zones { get; } = new(1, EksClusterDefaults.Zones);

    /// <summary>Seconds that a node must be empty before Karpenter removes it: a model server needs that long to load again.</summary>
    public const int EmptySeconds = 900;

    /// <summary>Days after which Karpenter replaces a node, so that it gets a newer system.</summary>
    public const int ExpireDays = 30;

    /// <summary>Seconds that Karpenter grants a node beyond the servers' own: evictions are spread out by the disruption budgets.</summary>
    public const int DrainSlackSeconds = 600;

    /// <summary>Images of Amazon Linux for Karpenter, release of July 2026; awslabs/amazon-eks-ami. Pinned, because a new one replaces all nodes.</summary>
    public const string AmazonLinuxAlias = "al2023@v20260724";

    /// <summary>Images of Bottlerocket for Karpenter.</summary>
    public const string BottlerocketAlias = "bottlerocket@v1.57.0";

    /// <summary>Cores that the kubelet, the network, the drivers and the exporters of a node use.</summary>
    public const int ReservedCpu = 1;

    /// <summary>Cores of a node that servers can ask for.</summary>
    public static int UsableCpu(AwsInstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Vcpus - ReservedCpu;
    }

    /// <summary>
    /// Memory of a node that servers can ask for, in GiB: the machine shows about 3 % less than its type says, the kubelet keeps 255 MiB and
    /// 11 MiB for each possible pod, the daemons of a node take about 1 GiB; together 8 % and 1 GiB.
    /// </summary>
    public static int UsableMemoryGiB(AwsInstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return (type.MemoryGiB * 92 / 100) - 1;
    }

    /// <summary>The name that EKS has for the images with NVIDIA's driver.</summary>
    public static string AmiType(NodeAmiFamily family) => family == NodeAmiFamily.Bottlerocket ? "BOTTLEROCKET_x86_64_NVIDIA" : "AL2023_x86_64_NVIDIA";

    /// <summary>Whether the device plugin has to be installed, because the image has none.</summary>
    public static bool NeedsDevicePlugin(NodeAmiFamily family) => family == NodeAmiFamily.AmazonLinux2023;
}
