using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// Choices of <see cref="CephFileSystem"/>. Sources: the Rook 1.20 documentation and example manifests, its chart's resource defaults,
/// and llm-d's rook-cephfs recipe, whose tuning took CephFS from 2 to more than 20 GB/s on 21 NVMe drives; its single copy is not taken over.
/// </summary>
public static class CephFileSystemDefaults
{
    /// <summary>Image of the Ceph daemons: the current point release of Tentacle, which Rook 1.20.6 supports. An exact version, so that no daemon runs another one.</summary>
    public const string Image = "quay.io/ceph/ceph:v20.2.4";

    /// <summary>Copies of each object: with one host gone there are still two, the least that Ceph accepts writes with.</summary>
    public const int Replicas = 3;

    /// <summary>Storage nodes: one for each copy and for each monitor.</summary>
    public const int StorageNodes = 3;

    /// <summary>
    /// Part of the raw size to plan with. Ceph warns at 85 % and stops backfill at 90 %; the rest is for the unequal spread of placement
    /// groups over few devices.
    /// </summary>
    public const double FillTarget = 0.8;

    /// <summary>Devices that one storage node runs: each takes a processor and 4 GiB of memory.</summary>
    public const int DevicesPerNodeMaximum = 12;

    /// <summary>Name of the CephCluster; Rook's tools expect that of the namespace.</summary>
    public const string ClusterName = "rook-ceph";

    /// <summary>Name of the CephFilesystem.</summary>
    public const string FileSystemName = "models";

    /// <summary>Name of the data pool inside it; Ceph calls it <c>models-weights</c>.</summary>
    public const string DataPool = "weights";

    /// <summary>Subvolume group that the CSI driver creates volumes in.</summary>
    public const string SubVolumeGroup = "csi";

    /// <summary>Name of the StorageClass.</summary>
    public const string StorageClassName = "clawdbot-cephfs";

    /// <summary>Suffix of the provisioner's name; the prefix is the namespace of the operator.</summary>
    public const string Provisioner = "cephfs.csi.ceph.com";

    /// <summary>Secret that Rook makes for the controller part of the CSI driver.</summary>
    public const string ProvisionerSecret = "rook-csi-cephfs-provisioner";

    /// <summary>Secret that Rook makes for the node part of the CSI driver.</summary>
    public const string NodeSecret = "rook-csi-cephfs-node";

    /// <summary>
    /// The kernel client starts with the old, plain protocol and is refused where only the new one is open, so it is told to encrypt.
    /// Needs kernel 5.11; Amazon Linux 2023 has 6.1 and newer.
    /// </summary>
    public const string ClusterMountOptions = "ms_mode=secure";

    /// <summary>
    /// 64 MiB read ahead instead of 8: a server reads whole files of several GiB from start to end, and 16 objects of 4 MiB in flight
    /// keep that many devices busy. The largest single read is 64 MiB by default already.
    /// </summary>
    public const string VolumeMountOptions = "rasize=67108864";

    /// <summary>
    /// The pool is declared large from the start, so that it gets its full number of placement groups while it is empty. With the
    /// default of one group, all reads go to one device until the autoscaler has caught up.
    /// </summary>
    public const string Bulk = "true";

    /// <summary>Weights do not compress; trying costs processor time on every write.</summary>
    public const string Compression = "none";

    /// <summary>Reads of the servers go before recovery and scrubbing, which then take longer.</summary>
    public const string SchedulerProfile = "high_client_ops";

    /// <summary>Where monitors of clusters on host devices, and crash reports, are kept on the node.</summary>
    public const string DataDirectory = "/var/lib/rook";

    /// <summary>Monitors: a majority of three survives one loss.</summary>
    public const int Monitors = 3;

    /// <summary>Volume of one monitor, as in Rook's example for clouds.</summary>
    public const string MonitorVolume = "10Gi";

    /// <summary>Managers: one works, one waits.</summary>
    public const int Managers = 2;

    /// <summary>Active metadata servers; Rook adds a standby with a warm cache. Weights are few and large files: one is enough.</summary>
    public const int MetadataServers = 1;

    /// <summary>Minutes that a drained failure domain is not rebalanced: a node replacement takes less.</summary>
    public const int MaintenanceMinutes = 30;

    /// <summary>Priority of monitors and devices' daemons: evicting one for a lesser pod would cost a copy.</summary>
    public const string NodeCritical = "system-node-critical";

    /// <summary>Priority of managers and metadata servers, which have a standby.</summary>
    public const string ClusterCritical = "system-cluster-critical";

    /// <summary>Memory of a metadata server. Rook warns below 4096 MB, and sets the server's cache from this limit.</summary>
    public const string MetadataServerMemory = "4Gi";

    /// <summary>Room for model files, in GiB.</summary>
    public static IntegerRange CapacityGiB => ModelStorageDefaults.CapacityGiB;

    /// <summary>Copies that make sense; the lower end is further bounded in production.</summary>
    public static IntegerRange ReplicaRange { get; } = new(2, 6);

    /// <summary>Nodes: three monitors need three, and a hundred is more than models ever need.</summary>
    public static IntegerRange StorageNodeRange { get; } = new(3, 100);

    /// <summary>Size of a device in GiB: below, Ceph's own overhead dominates; 16 TiB is the largest volume of EBS gp3 before 2026.</summary>
    public static IntegerRange DeviceGiB { get; } = new(100, 16384);
}
