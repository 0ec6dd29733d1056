using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Storage;

/// <summary>Choices of <see cref="ModelStorage"/> that every kind of storage shares.</summary>
public static class ModelStorageDefaults
{
    /// <summary>Where model servers see the files; the twelve-item checklist looks there whatever the storage is.</summary>
    public const string MountPath = "/mnt/ceph/models";

    /// <summary>Name of the volume behind the claim, where the volume is not made by a provisioner. Volumes are cluster-wide, hence the prefix.</summary>
    public const string VolumeName = "clawdbot-models";

    /// <summary>Name of the claim that servers mount.</summary>
    public const string ClaimName = "models";

    /// <summary>Suffix of the volume and the claim that only the loader mounts, where reading and writing need different ones.</summary>
    public const string WriterSuffix = "-writer";

    /// <summary>Value of the label <c>app.kubernetes.io/name</c>.</summary>
    public const string LabelName = "models";

    /// <summary>Value of the label <c>app.kubernetes.io/component</c>.</summary>
    public const string Component = "model-storage";

    /// <summary>Label and taint of storage nodes.</summary>
    public const string StorageNodeKey = "clawdbot.dev/storage";

    /// <summary>Value of both.</summary>
    public const string StorageNodeValue = "true";

    /// <summary>Servers only read, the loader of weights writes: so the volume offers both, and each pod mounts what it needs.</summary>
    public const string AccessMode = "ReadWriteMany";

    /// <summary>Fail at mount time when the directory is absent, rather than serve from a new and empty one.</summary>
    public const string HostPathType = "Directory";

    /// <summary>Weights take hours to fetch: removing the claim must not remove them.</summary>
    public const string ReclaimPolicy = "Retain";

    /// <summary>Declared size in GiB; the upper end is one pebibyte, to catch bytes given as GiB.</summary>
    public static IntegerRange CapacityGiB { get; } = new(1, 1024 * 1024);
}
