using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Storage;

/// <summary>Choices of <see cref="ModelStorage"/>.</summary>
public static class ModelStorageDefaults
{
    /// <summary>Where model servers see the files; the twelve-item checklist looks there whatever the storage is.</summary>
    public const string MountPath = "/mnt/ceph/models";

    /// <summary>Name of the volume that a host path gets. Volumes are cluster-wide, hence the prefix.</summary>
    public const string HostVolumeName = "clawdbot-models";

    /// <summary>Name of the claim on it.</summary>
    public const string HostClaimName = "models";

    /// <summary>Servers only read, the loader of weights writes: so the volume offers both, and each pod mounts what it needs.</summary>
    public const string AccessMode = "ReadWriteMany";

    /// <summary>Fail at mount time when the directory is absent, rather than serve from a new and empty one.</summary>
    public const string HostPathType = "Directory";

    /// <summary>Weights take hours to fetch: removing the claim must not remove them.</summary>
    public const string ReclaimPolicy = "Retain";

    /// <summary>Declared size of a host path, in GiB; the upper end is one pebibyte, to catch bytes given as GiB.</summary>
    public static IntegerRange CapacityGiB { get; } = new(1, 1024 * 1024);
}
