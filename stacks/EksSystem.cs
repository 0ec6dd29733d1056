using System.Collections.Immutable;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;
using Pulumi;
using Aws = Pulumi.Aws;
using Kubernetes = Pulumi.Kubernetes;

namespace Clawdbot.Stacks;

/// <summary>The part of a system that AWS runs: the cluster and its nodes.</summary>
internal sealed class EksSystem
{
    private readonly ClusterTarget.Eks _target;
    private readonly Resource[] _nodes;

    internal EksSystem(StackSettings settings, ClusterTarget.Eks target)
    {
        _target = target;
        Provider = new Aws.Provider("aws", new Aws.ProviderArgs { Region = target.Cluster.Region, AllowedAccountIds = { target.Cluster.AccountId } });
        Cluster = new EksCluster("cluster", new EksClusterArgs { Spec = Completed(settings, target.Cluster), PodIdentities = Identities(settings, target.Cluster) }, Options());
        var nodes = settings.GpuNodes.Select(entry => EksNodes.Spec(target, entry, settings.Pools)).ToArray();
        Kubernetes = new Kubernetes.Provider("kubernetes", new Kubernetes.ProviderArgs { KubeConfig = Cluster.Kubeconfig, EnableServerSideApply = true });
        var karpenter = target.Cluster.Autoscaler is NodeAutoscaler.Karpenter;
        List<Resource> groups = karpenter ? [] : [.. nodes.Select(CreateGroup)];
        KarpenterPools = karpenter ? [.. nodes] : [];
        if (target.StorageNodes is { } storage)
            groups.Add(new StorageNodePool("storage-nodes", new StorageNodePoolArgs { Spec = storage, ClusterName = Cluster.ClusterName, NodeRoleArn = Cluster.NodeRoleArn, SubnetIds = Cluster.SubnetIdsOf(storage.Zones) }, Options()));
        _nodes = [.. groups];
    }

    internal Aws.Provider Provider { get; }

    internal Kubernetes.Provider Kubernetes { get; }

    internal EksCluster Cluster { get; }

    /// <summary>GPU nodes that Karpenter starts: objects of the cluster, to be made once its chart is there.</summary>
    internal ImmutableArray<GpuNodePoolSpec> KarpenterPools { get; }

    /// <summary>What pods need to find a place.</summary>
    internal IEnumerable<Resource> Nodes => _nodes;

    /// <summary>Where a new file system stands: beside the first GPU nodes.</summary>
    internal StorageNetworkArgs Network(StackSettings settings) => new()
    {
        VpcId = Cluster.VpcId,
        SubnetId = Cluster.SubnetIdsOf(EksNodes.Spec(_target, settings.GpuNodes[0], settings.Pools).Zones.Take(1)).Apply(ids => ids[0]),
        NodeSecurityGroupId = Cluster.SecurityGroupId,
    };

    private ComponentResourceOptions Options() => new() { Providers = { Provider } };

    private GpuNodePool CreateGroup(GpuNodePoolSpec spec) => new($"{spec.Sku}-nodes", new GpuNodePoolArgs
    {
        Spec = spec,
        ClusterName = Cluster.ClusterName,
        NodeRoleArn = Cluster.NodeRoleArn,
        SubnetIds = Cluster.SubnetIdsOf(spec.Zones),
    }, Options());

    /// <summary>The drivers that the model storage needs.</summary>
    private static EksClusterSpec Completed(StackSettings settings, EksClusterSpec cluster) => cluster with
    {
        FsxForLustre = settings.ModelStorage is ModelVolume.FsxLustre,
        ModelBucket = settings.ModelStorage is ModelVolume.S3Mountpoint { Create: false } bucket ? bucket.Bucket : null,
    };

    /// <summary>Only the backup of etcd writes to AWS by itself.</summary>
    private static ImmutableArray<PodIdentitySpec> Identities(StackSettings settings, EksClusterSpec cluster) => settings.Etcd?.Backup is EtcdBackup.S3 backup
        ?
        [
            new PodIdentitySpec("etcd-backup", WellKnownNamespaces.Etcd, EtcdClusterDefaults.BackupProgram,
                [new IamStatement("WriteSnapshots", ["s3:PutObject"], [$"arn:{AwsNames.Partition(cluster.Region)}:s3:::{backup.Bucket}/{backup.Prefix}/*"])]),
        ]
        : [];
}
