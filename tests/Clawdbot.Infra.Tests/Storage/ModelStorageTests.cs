using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class ModelStorageTests
{
    [Fact]
    public async Task An_existing_claim_is_passed_on_and_nothing_is_created()
    {
        ModelStorage? storage = null;
        var mocks = await Run.Program(() => storage = Create(new ModelVolume.ExistingClaim("weights")));
        Assert.Equal("weights", await OutputUtilities.GetValueAsync(storage!.ClaimName));
        Assert.Equal([ModelStorage.Token], mocks.Resources.Select(resource => resource.Type));
    }

    [Fact]
    public async Task A_host_path_becomes_a_volume_reserved_for_our_claim()
    {
        ModelStorage? storage = null;
        var mocks = await Run.Program(() => storage = Create(new ModelVolume.HostPath("/srv/models", 500, ["gpu-1", "gpu-2"])));

        var volume = mocks.Only("kubernetes:core/v1:PersistentVolume").Inputs["spec"]!;
        Assert.Equal("/srv/models", (string?)volume["hostPath"]!["path"]);
        Assert.Equal("Directory", (string?)volume["hostPath"]!["type"]);
        Assert.Equal("Retain", (string?)volume["persistentVolumeReclaimPolicy"]);
        Assert.Equal("500Gi", (string?)volume["capacity"]!["storage"]);
        Assert.Equal("models", (string?)volume["claimRef"]!["name"]);
        Assert.Equal("clawdbot-models", (string?)volume["claimRef"]!["namespace"]);
        Assert.Equal("""["gpu-1","gpu-2"]""", volume["nodeAffinity"]!["required"]!["nodeSelectorTerms"]![0]!["matchExpressions"]![0]!["values"]!.ToJsonString());

        var claim = mocks.Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs;
        Assert.Equal("models", (string?)claim["metadata"]!["name"]);
        Assert.Equal("clawdbot-models", (string?)claim["spec"]!["volumeName"]);
        Assert.Equal("", (string?)claim["spec"]!["storageClassName"]);
        Assert.Equal("models", await OutputUtilities.GetValueAsync(storage!.ClaimName));
        Assert.Equal(["storage-claim"], (await OutputUtilities.GetDependenciesAsync(storage.ClaimName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Without_nodes_the_volume_is_usable_everywhere()
    {
        var mocks = await Run.Program(() => Create(new ModelVolume.HostPath("/srv/models", 500, [])));
        Assert.Null(mocks.Only("kubernetes:core/v1:PersistentVolume").Inputs["spec"]!["nodeAffinity"]);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(new ModelVolume.HostPath("relative", 500, []))));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    /// <summary>Whatever the storage, servers and loader get a claim, and its objects are below the component.</summary>
    [Fact]
    public async Task Every_kind_ends_in_a_claim()
    {
        Assert.Equal(("models", "models"), await Claims(Volumes.OnVolumes));
        Assert.Equal(("models", "models"), await Claims(new ModelVolume.FsxLustre(Volumes.OldLustre)));
        Assert.Equal(("models", "models-writer"), await Claims(Volumes.Bucket));
        Assert.Equal(("weights", "weights"), await Claims(new ModelVolume.ExistingClaim("weights")));
        Assert.Equal(("models", "models"), await Claims(new ModelVolume.HostPath("/srv/models", 500, [])));
    }

    [Fact]
    public async Task What_the_cluster_brings_reaches_the_storage_of_AWS()
    {
        var mocks = await Run.Program(() =>
        {
            _ = new ModelStorage("lustre", new ModelStorageArgs
            {
                Volume = new ModelVolume.FsxLustre(Volumes.NewLustre),
                Namespace = "clawdbot-models",
                Network = new StorageNetworkArgs { VpcId = "vpc-1", SubnetId = "subnet-a", NodeSecurityGroupId = "sg-nodes" },
                KmsKeyArn = "key-of-the-caller",
            });
            _ = new ModelStorage("bucket", new ModelStorageArgs
            {
                Volume = Volumes.Bucket with { Create = true },
                Namespace = "clawdbot-models",
                ClusterName = "prod",
                ReaderServiceAccounts = ["qwen3-32b"],
                KmsKeyArn = "key-of-the-caller",
            });
        });
        Assert.Equal(("subnet-a", "key-of-the-caller"), ((string?)mocks.Only("aws:fsx/lustreFileSystem:LustreFileSystem").Inputs["subnetIds"], (string?)mocks.Only("aws:fsx/lustreFileSystem:LustreFileSystem").Inputs["kmsKeyId"]));
        Assert.Contains(mocks.Resources, resource => resource.Name == "bucket-s3-reader-qwen3-32b");
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == "aws:kms/key:Key");
    }

    [Fact]
    public async Task Rook_can_live_in_another_namespace()
    {
        var mocks = await Run.Program(() => _ = new ModelStorage("storage", new ModelStorageArgs { Volume = Volumes.OnVolumes, Namespace = "clawdbot-models", RookNamespace = "storage" }));
        Assert.Equal("storage", (string?)mocks.Only("kubernetes:ceph.rook.io/v1:CephCluster").Inputs["metadata"]!["namespace"]);
        Assert.Equal("storage.cephfs.csi.ceph.com", (string?)mocks.Only("kubernetes:storage.k8s.io/v1:StorageClass").Inputs["provisioner"]);
    }

    private static async Task<(string Reader, string Writer)> Claims(ModelVolume volume)
    {
        ModelStorage? storage = null;
        await Run.Program(() => storage = Create(volume));
        return (await OutputUtilities.GetValueAsync(storage!.ClaimName), await OutputUtilities.GetValueAsync(storage.WriterClaimName));
    }

    private static ModelStorage Create(ModelVolume volume) => new("storage", new ModelStorageArgs { Volume = volume, Namespace = "clawdbot-models" });
}
