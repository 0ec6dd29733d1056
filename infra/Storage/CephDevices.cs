using System.Collections.Immutable;

namespace Clawdbot.Infra.Storage;

/// <summary>What Ceph stores objects on: one of the nested records, nothing else.</summary>
public abstract record CephDevices
{
    private CephDevices()
    {
    }

    /// <summary>Size of one device, in GiB, 100 to 16384.</summary>
    public required int DeviceGiB { get; init; }

    /// <summary>Block volumes that a StorageClass of the cluster makes: in a cloud, where disks come and go with nodes. Their number follows from the room wanted.</summary>
    /// <param name="StorageClass">Name of the StorageClass; it must offer block volumes and wait for the first consumer.</param>
    public sealed record VolumeClaims(string StorageClass) : CephDevices;

    /// <summary>Whole empty disks of each storage node: on own machines. Rook takes them without asking and never returns them.</summary>
    /// <param name="Names">The disks, alike on every node: <c>nvme1n1</c>, or <c>/dev/disk/by-id/…</c> where kernel names move.</param>
    public sealed record HostDevices(ImmutableArray<string> Names) : CephDevices;
}
