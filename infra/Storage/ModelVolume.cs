using System.Collections.Immutable;

namespace Clawdbot.Infra.Storage;

/// <summary>Where the model files are: one of the nested records, nothing else.</summary>
public abstract record ModelVolume
{
    private ModelVolume()
    {
    }

    /// <summary>A claim that already exists in the namespace of the model servers, filled by whoever made it.</summary>
    /// <param name="Claim">Name of the PersistentVolumeClaim; it must allow mounting on every node of the pools (ReadOnlyMany or ReadWriteMany).</param>
    public sealed record ExistingClaim(string Claim) : ModelVolume;

    /// <summary>A directory that exists on the machine, or on every listed node.</summary>
    /// <param name="Path">Absolute path on the host.</param>
    /// <param name="CapacityGiB">Size to declare, in GiB, 1 to 1048576; Kubernetes only matches it, a host path has no quota.</param>
    /// <param name="Nodes">Host names of the nodes that have the directory; empty means every node. Docker ignores it.</param>
    public sealed record HostPath(string Path, int CapacityGiB, ImmutableArray<string> Nodes) : ModelVolume;
}
