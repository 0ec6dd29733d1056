namespace Clawdbot.Infra.Observability;

/// <summary>What the weights lie on, as far as alerts need it: one of the nested records, nothing else.</summary>
public abstract record AlertedStorage
{
    private AlertedStorage()
    {
    }

    /// <summary>Nothing that Prometheus sees: a host path, an object store.</summary>
    public sealed record Unmonitored : AlertedStorage;

    /// <summary>A claim whose filling the kubelet reports.</summary>
    /// <param name="Namespace">Namespace of the claim.</param>
    /// <param name="Claim">Name of the claim.</param>
    public sealed record Volume(string Namespace, string Claim) : AlertedStorage;

    /// <summary>CephFS by Rook, with the metrics of the Ceph manager.</summary>
    /// <param name="Monitors">Monitors, 3 or 5.</param>
    /// <param name="MetadataServers">Metadata servers, standby ones included, 2 or more.</param>
    public sealed record Ceph(int Monitors = 3, int MetadataServers = 2) : AlertedStorage;
}
