using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>Rook's objects: https://rook.io/docs/rook/latest/CRDs/specification/</summary>
internal static class CephKinds
{
    /// <summary>The API group.</summary>
    public const string Group = "ceph.rook.io";

    /// <summary>Whether <paramref name="cluster"/> is one of Rook's that runs its own daemons, rather than one elsewhere that it is connected to.</summary>
    public static bool IsOwnCluster(KubernetesObject cluster) => cluster is { Group: Group, Kind: "CephCluster" } && cluster.Spec["external"]["enable"].Flag != true;

    /// <summary>The pools that an object describes.</summary>
    public static IEnumerable<Property> Pools(KubernetesObject item) => item.Kind switch
    {
        "CephBlockPool" => [item.Spec],
        "CephFilesystem" => item.Spec["dataPools"].Items.Append(item.Spec["dataPool"]).Prepend(item.Spec["metadataPool"]).Where(pool => pool.Exists),
        "CephObjectStore" or "CephObjectZone" => new[] { item.Spec["metadataPool"], item.Spec["dataPool"] }.Where(pool => pool.Exists),
        _ => [],
    };
}
