using System.Collections.Immutable;

namespace Clawdbot.Infra.Storage;

/// <summary>A volume that exists, and its claim.</summary>
internal sealed record StaticVolumeSpec
{
    /// <summary>Begins the logical names.</summary>
    public required string Prefix { get; init; }

    /// <summary>Name of the PersistentVolume; volumes are cluster-wide.</summary>
    public required string VolumeName { get; init; }

    /// <summary>Name of the claim.</summary>
    public required string ClaimName { get; init; }

    /// <summary>Kubernetes' access mode of both.</summary>
    public required string AccessMode { get; init; }

    /// <summary>Size to declare, in GiB.</summary>
    public required int CapacityGiB { get; init; }

    /// <summary>Options of the mount.</summary>
    public ImmutableArray<string> MountOptions { get; init; } = [];
}
