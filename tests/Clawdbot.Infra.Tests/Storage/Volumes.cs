using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>Valid volumes to vary in tests.</summary>
public static class Volumes
{
    public static ModelVolume.CephFs OnVolumes { get; } = new(1000, new CephDevices.VolumeClaims("gp3") { DeviceGiB = 1024 });

    public static ModelVolume.CephFs OnDisks { get; } = new(1000, new CephDevices.HostDevices(["nvme1n1", "/dev/disk/by-id/nvme-eui.01"]) { DeviceGiB = 1024 });

    public static FsxFileSystem.New NewLustre { get; } = new() { CapacityGiB = 1200 };

    public static FsxFileSystem.Existing OldLustre { get; } =
        new("fs-0123456789abcdef0", "fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com", "abcdefgh") { CapacityGiB = 2400 };

    public static ModelVolume.S3Mountpoint Bucket { get; } = new("clawdbot-weights", "eu-central-1");
}
