namespace Clawdbot.Infra.Storage;

/// <summary>How many devices the copies of the files take.</summary>
public static class CephSizing
{
    /// <summary>Raw GiB for the wanted room: each copy, and the part of every device that must stay free.</summary>
    /// <param name="volume">The storage wanted.</param>
    public static long RawGiB(ModelVolume.CephFs volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        return (long)Math.Ceiling(volume.CapacityGiB * (double)volume.Replicas / CephFileSystemDefaults.FillTarget);
    }

    /// <summary>Devices that hold <see cref="RawGiB"/>, the same number on each node so that no host is the bottleneck; at least one each.</summary>
    /// <param name="volume">The storage wanted.</param>
    public static long DevicesPerNode(ModelVolume.CephFs volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        return volume.Devices is CephDevices.HostDevices host
            ? host.Names.Length
            : Math.Max(1, CeilingOf(RawGiB(volume), (long)volume.Devices.DeviceGiB * volume.StorageNodes));
    }

    /// <summary>Raw GiB of all devices together.</summary>
    /// <param name="volume">The storage wanted.</param>
    public static long AvailableGiB(ModelVolume.CephFs volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        return DevicesPerNode(volume) * volume.StorageNodes * volume.Devices.DeviceGiB;
    }

    private static long CeilingOf(long amount, long size) => size <= 0 ? 1 : (amount + size - 1) / size;
}
