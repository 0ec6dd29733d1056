using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Storage.V1;
using Pulumi.Utilities;
using CustomObject = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// A replicated CephFS for model files (C6), run by Rook. Needs the charts rook-ceph and the Ceph CSI operator with its CephFS driver
/// running before it, both in <see cref="CephFileSystemArgs.RookNamespace"/>, the driver's node plugin on GPU nodes too (it has to
/// tolerate their taint), and nodes labelled and tainted <c>clawdbot.dev/storage=true</c>.
/// </summary>
public sealed class CephFileSystem : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:CephFileSystem";

    private const string Api = "ceph.rook.io/v1";

    /// <summary>Creates cluster, file system and claim.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Size, copies, devices and namespaces.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public CephFileSystem(string name, CephFileSystemArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(CephFileSystemRules.Check(args.Volume, $"CephFileSystem '{name}'", "Change the arguments of the component."));

        var cluster = new CustomObject($"{name}-cluster", new SpecifiedObjectArgs(Api, "CephCluster")
        {
            Metadata = Metadata(CephFileSystemDefaults.ClusterName, args.RookNamespace),
            Spec = CephClusterSpec.Build(args.Volume),
        }, Kept());
        var fileSystem = new CustomObject($"{name}-file-system", new SpecifiedObjectArgs(Api, "CephFilesystem")
        {
            Metadata = Metadata(CephFileSystemDefaults.FileSystemName, args.RookNamespace),
            Spec = CephFileSystemSpec.Build(args.Volume),
        }, Kept(cluster));
        var group = new CustomObject($"{name}-subvolume-group", new SpecifiedObjectArgs(Api, "CephFilesystemSubVolumeGroup")
        {
            // Rook looks for the driver's own group under this name.
            Metadata = Metadata($"{CephFileSystemDefaults.FileSystemName}-{CephFileSystemDefaults.SubVolumeGroup}", args.RookNamespace),
            Spec = new Dictionary<string, object>
            {
                ["name"] = CephFileSystemDefaults.SubVolumeGroup,
                ["filesystemName"] = CephFileSystemDefaults.FileSystemName,
                ["pinning"] = new Dictionary<string, object> { ["distributed"] = 1 },
            },
        }, Child(fileSystem));
        var storageClass = CreateStorageClass(name, args.RookNamespace, group);

        var claim = new PersistentVolumeClaim($"{name}-claim", new PersistentVolumeClaimArgs
        {
            Metadata = Metadata(ModelStorageDefaults.ClaimName, args.Namespace),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = { ModelStorageDefaults.AccessMode },
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = $"{args.Volume.CapacityGiB}Gi" } },
                StorageClassName = OutputUtilities.WithDependency(Output.Create(CephFileSystemDefaults.StorageClassName), storageClass),
                VolumeMode = "Filesystem",
            },
        }, Kept(storageClass));
        ClaimName = OutputUtilities.WithDependency(Output.Create(ModelStorageDefaults.ClaimName), claim);
        Replicas = Output.Create(args.Volume.Replicas);
        RegisterOutputs();
    }

    /// <summary>Name of the claim to mount, in the namespace of the model servers.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    /// <summary>Copies of each object.</summary>
    [Output("replicas")]
    public Output<int> Replicas { get; private set; }

    private CustomResourceOptions Child(params Resource[] after) => new() { Parent = this, DependsOn = after };

    /// <summary>Replacing one of these would lose every model, so it has to be asked for twice.</summary>
    private CustomResourceOptions Kept(params Resource[] after) => new() { Parent = this, DependsOn = after, Protect = true };

    private static ObjectMetaArgs Metadata(string name, Input<string>? space) => new()
    {
        Name = name,
        Namespace = space,
        Labels = Labels.For(ModelStorageDefaults.LabelName, name, ModelStorageDefaults.Component),
    };

    private StorageClass CreateStorageClass(string name, Input<string> rook, Resource group)
    {
        var parameters = new InputMap<string>
        {
            // Rook registers a cluster with the driver under the name of its namespace.
            ["clusterID"] = rook,
            ["fsName"] = CephFileSystemDefaults.FileSystemName,
            ["pool"] = $"{CephFileSystemDefaults.FileSystemName}-{CephFileSystemDefaults.DataPool}",
            ["kernelMountOptions"] = CephFileSystemDefaults.VolumeMountOptions,
        };
        foreach (var (role, secret) in new[]
        {
            ("provisioner", CephFileSystemDefaults.ProvisionerSecret),
            ("controller-expand", CephFileSystemDefaults.ProvisionerSecret),
            ("controller-publish", CephFileSystemDefaults.ProvisionerSecret),
            ("node-stage", CephFileSystemDefaults.NodeSecret),
        })
        {
            parameters[$"csi.storage.k8s.io/{role}-secret-name"] = secret;
            parameters[$"csi.storage.k8s.io/{role}-secret-namespace"] = rook;
        }
        return new StorageClass($"{name}-storage-class", new StorageClassArgs
        {
            Metadata = Metadata(CephFileSystemDefaults.StorageClassName, null),
            Provisioner = rook.Apply(space => $"{space}.{CephFileSystemDefaults.Provisioner}"),
            Parameters = parameters,
            ReclaimPolicy = ModelStorageDefaults.ReclaimPolicy,
            AllowVolumeExpansion = true,
            VolumeBindingMode = "Immediate",
        }, Child(group));
    }
}
