using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Infra.Storage;

/// <summary>Where the model files are: one of the nested records, nothing else. Servers see all of them at the same path, read-only.</summary>
public abstract record ModelVolume
{
    private ModelVolume()
    {
    }

    /// <summary>What the load time model and the choice of the load strategy take the storage for.</summary>
    public abstract WeightStorage Speed { get; }

    /// <summary>
    /// Whether a directory can be renamed in one step, so that a reader sees a revision whole or not at all. Where it cannot, a writer
    /// has to upload a revision's manifest last, and readers must not use a revision without one.
    /// </summary>
    public virtual bool SupportsAtomicRename => true;

    /// <summary>Declared size in GiB; null when only the claim's owner knows it.</summary>
    public virtual int? DeclaredGiB => null;

    /// <summary>A CephFS of our own, run by Rook on the storage nodes, with several copies of each file.</summary>
    /// <param name="CapacityGiB">Room for model files in GiB, 1 to 1048576, before the copies.</param>
    /// <param name="Devices">What the copies are stored on.</param>
    public sealed record CephFs(int CapacityGiB, CephDevices Devices) : ModelVolume
    {
        /// <summary>Copies of each object.</summary>
        /// <value>Range: 2 to 6, at least 3 in production. Default: 3, so that losing one host still leaves two, the least that Ceph writes to.</value>
        public int Replicas { get; init; } = CephFileSystemDefaults.Replicas;

        /// <summary>Storage nodes, labelled and tainted <c>clawdbot.dev/storage=true</c>.</summary>
        /// <value>Range: 3 to 100. Default: 3.</value>
        public int StorageNodes { get; init; } = CephFileSystemDefaults.StorageNodes;

        /// <summary>What no two copies share.</summary>
        /// <value>Default: the host.</value>
        public CephFailureDomain FailureDomain { get; init; } = CephFailureDomain.Host;

        /// <summary>Whether losing the files would interrupt users; two copies are then refused.</summary>
        /// <value>Default: true.</value>
        public bool Production { get; init; } = true;

        /// <inheritdoc/>
        public override WeightStorage Speed => WeightStorage.SharedFileSystem;

        /// <inheritdoc/>
        public override int? DeclaredGiB => CapacityGiB;
    }

    /// <summary>Amazon FSx for Lustre, in one zone: that of the GPU nodes.</summary>
    /// <param name="FileSystem">A new file system, or one that exists.</param>
    public sealed record FsxLustre(FsxFileSystem FileSystem) : ModelVolume
    {
        /// <inheritdoc/>
        public override WeightStorage Speed => WeightStorage.FsxLustre;

        /// <inheritdoc/>
        public override int? DeclaredGiB => FileSystem.CapacityGiB;
    }

    /// <summary>An S3 bucket, mounted as a file system by Mountpoint. It cannot rename, and only appends whole files.</summary>
    /// <param name="Bucket">Name of the bucket.</param>
    /// <param name="Region">Code of its AWS region, best that of the nodes: others cost transfer.</param>
    public sealed record S3Mountpoint(string Bucket, string Region) : ModelVolume
    {
        /// <summary>Folder in the bucket that servers see as the root of all models, ending with '/'.</summary>
        /// <value>Default: <c>models/</c>.</value>
        public string Prefix { get; init; } = S3ModelBucketDefaults.Prefix;

        /// <summary>Whether the stack makes the bucket; otherwise it exists and its owner encrypts and protects it.</summary>
        /// <value>Default: false.</value>
        public bool Create { get; init; }

        /// <inheritdoc/>
        public override WeightStorage Speed => WeightStorage.S3;

        /// <inheritdoc/>
        public override bool SupportsAtomicRename => false;
    }

    /// <summary>A claim that already exists in the namespace of the model servers, filled by whoever made it.</summary>
    /// <param name="Claim">Name of the PersistentVolumeClaim; it must allow mounting on every node of the pools (ReadOnlyMany or ReadWriteMany).</param>
    public sealed record ExistingClaim(string Claim) : ModelVolume
    {
        /// <inheritdoc/>
        public override WeightStorage Speed => WeightStorage.SharedFileSystem;
    }

    /// <summary>A directory that exists on the machine, or on every listed node.</summary>
    /// <param name="Path">Absolute path on the host.</param>
    /// <param name="CapacityGiB">Size to declare, in GiB, 1 to 1048576; Kubernetes only matches it, a host path has no quota.</param>
    /// <param name="Nodes">Host names of the nodes that have the directory; empty means every node. Docker ignores it.</param>
    public sealed record HostPath(string Path, int CapacityGiB, ImmutableArray<string> Nodes) : ModelVolume
    {
        /// <inheritdoc/>
        public override WeightStorage Speed => WeightStorage.LocalNvme;

        /// <inheritdoc/>
        public override int? DeclaredGiB => CapacityGiB;
    }
}
