using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices that all managed node groups share.</summary>
public static class NodeGroupDefaults
{
    /// <summary>Nodes replaced at once. The disruption budgets of the pools let one server go at a time, so more would only wait.</summary>
    public const int MaxUnavailable = 1;

    /// <summary>Nodes repaired at once, for the same reason.</summary>
    public const int MaxParallelRepairs = 1;

    /// <summary>Hops to the instance metadata: pods are one hop further away, so they cannot take the node's role.</summary>
    public const int MetadataHops = 1;

    /// <summary>
    /// GPU faults that are judged otherwise than by the common rule (repair after ten minutes). A row of GPU memory that could not be
    /// remapped (XID 64) never heals, so the node goes sooner; a page fault (XID 31) is a program's mistake, for which no node is to blame.
    /// https://docs.aws.amazon.com/eks/latest/userguide/node-repair.html
    /// </summary>
    public static ImmutableArray<(string Reason, int Minutes, string Action)> GpuRepairs { get; } = [("NvidiaXID64Error", 5, "Replace"), ("NvidiaXID31Error", 10, "NoAction")];

    /// <summary>The condition that the node monitoring agent sets for GPUs.</summary>
    public const string GpuCondition = "AcceleratedHardwareReady";

    /// <summary>Device of the first volume, in both operating systems.</summary>
    public const string RootDevice = "/dev/xvda";

    /// <summary>Device of Bottlerocket's second volume, which holds images and containers.</summary>
    public const string BottlerocketDataDevice = "/dev/xvdb";

    /// <summary>Bottlerocket's first volume holds two copies of the system, 2 GiB each.</summary>
    public static NodeVolume BottlerocketRoot { get; } = new(4, 125, 3000);

    /// <summary>Seconds after which EKS gives up draining a node. https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html</summary>
    public const int EvictionSeconds = 900;
}
