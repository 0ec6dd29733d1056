namespace Clawdbot.Infra.Storage;

/// <summary>The <c>spec</c> of Rook's CephFilesystem.</summary>
internal static class CephFileSystemSpec
{
    internal static Dictionary<string, object> Build(ModelVolume.CephFs volume)
    {
        var dataPool = Pool(volume);
        dataPool["name"] = CephFileSystemDefaults.DataPool;
        dataPool["parameters"] = new Dictionary<string, object> { ["bulk"] = CephFileSystemDefaults.Bulk, ["compression_mode"] = CephFileSystemDefaults.Compression };
        return new Dictionary<string, object>
        {
            ["metadataPool"] = Pool(volume),
            ["dataPools"] = new object[] { dataPool },
            ["preserveFilesystemOnDelete"] = true,
            ["metadataServer"] = new Dictionary<string, object>
            {
                ["activeCount"] = CephFileSystemDefaults.MetadataServers,
                ["activeStandby"] = true,
                ["placement"] = CephPlacement.OnePerHost("rook-ceph-mds"),
                ["priorityClassName"] = CephFileSystemDefaults.ClusterCritical,
                ["resources"] = CephClusterSpec.Resources("1", CephFileSystemDefaults.MetadataServerMemory, CephFileSystemDefaults.MetadataServerMemory),
            },
        };
    }

    private static Dictionary<string, object> Pool(ModelVolume.CephFs volume) => new()
    {
        ["failureDomain"] = volume.FailureDomain == CephFailureDomain.Zone ? "zone" : "host",
        ["replicated"] = new Dictionary<string, object> { ["size"] = volume.Replicas, ["requireSafeReplicaSize"] = true },
    };
}
