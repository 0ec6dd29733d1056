using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>Model files lie on replicated CephFS (C6), read at the speed that C7 counts on.</summary>
public sealed class CephFileSystemTests
{
    [Fact]
    public async Task The_cluster_keeps_to_the_storage_nodes_and_encrypts_everything()
    {
        var spec = await Cluster(Volumes.OnVolumes);

        Assert.Equal("quay.io/ceph/ceph:v20.2.4", (string?)spec["cephVersion"]!["image"]);
        Assert.Equal((3.0, false), ((double)spec["mon"]!["count"]!, (bool)spec["mon"]!["allowMultiplePerNode"]!));
        Same("""{"encryption":{"enabled":true},"compression":{"enabled":false},"requireMsgr2":true}""", spec["network"]!["connections"]!);
        Assert.Equal("ms_mode=secure", (string?)spec["csi"]!["cephfs"]!["kernelMountOptions"]);
        Same(
            """
            {"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"clawdbot.dev/storage","operator":"In","values":["true"]}]}]}},
             "tolerations":[{"key":"clawdbot.dev/storage","operator":"Equal","value":"true","effect":"NoSchedule"}]}
            """, spec["placement"]!["all"]!);
        Same("""{"managePodBudgets":true,"osdMaintenanceTimeout":30.0}""", spec["disruptionManagement"]!);
        Same("""{"mon":"system-node-critical","osd":"system-node-critical","mgr":"system-cluster-critical"}""", spec["priorityClassNames"]!);
        Same("""{"requests":{"cpu":"1","memory":"4Gi"},"limits":{"memory":"4Gi"}}""", spec["resources"]!["osd"]!);
    }

    [Fact]
    public async Task On_a_cloud_every_node_gets_the_same_encrypted_volumes()
    {
        var spec = await Cluster(Volumes.OnVolumes with { FailureDomain = CephFailureDomain.Zone });

        Assert.Equal("10Gi", (string?)spec["mon"]!["volumeClaimTemplate"]!["spec"]!["resources"]!["requests"]!["storage"]);
        var set = Assert.Single(spec["storage"]!["storageClassDeviceSets"]!.AsArray())!;
        Assert.Equal((6.0, true, true), ((double)set["count"]!, (bool)set["encrypted"]!, (bool)set["portable"]!));
        Same(
            """[{"metadata":{"name":"data"},"spec":{"accessModes":["ReadWriteOnce"],"storageClassName":"gp3","volumeMode":"Block","resources":{"requests":{"storage":"1024Gi"}}}}]""",
            set["volumeClaimTemplates"]!);
        Assert.Equal(
            ["kubernetes.io/hostname", "topology.kubernetes.io/zone"],
            set["preparePlacement"]!["topologySpreadConstraints"]!.AsArray().Select(constraint => (string?)constraint!["topologyKey"]));
    }

    [Fact]
    public async Task On_own_machines_only_the_named_disks_are_taken()
    {
        var spec = await Cluster(Volumes.OnDisks);

        Same(
            """{"useAllNodes":true,"useAllDevices":false,"devices":[{"name":"nvme1n1"},{"name":"/dev/disk/by-id/nvme-eui.01"}],"config":{"encryptedDevice":"true"}}""",
            spec["storage"]!);
        Assert.Null(spec["mon"]!["volumeClaimTemplate"]);
    }

    [Theory]
    [InlineData(CephFailureDomain.Host, "host")]
    [InlineData(CephFailureDomain.Zone, "zone")]
    public async Task The_file_system_keeps_its_copies_apart_and_survives_its_object(CephFailureDomain domain, string expected)
    {
        var mocks = await Run.Program(() => Create(Volumes.OnVolumes with { FailureDomain = domain }));
        var spec = mocks.Only("kubernetes:ceph.rook.io/v1:CephFilesystem").Inputs["spec"]!;

        var pool = Assert.Single(spec["dataPools"]!.AsArray())!;
        foreach (var each in new[] { spec["metadataPool"]!, pool })
        {
            Assert.Equal(expected, (string?)each["failureDomain"]);
            Same("""{"size":3.0,"requireSafeReplicaSize":true}""", each["replicated"]!);
        }
        Assert.Equal("weights", (string?)pool["name"]);
        Same("""{"bulk":"true","compression_mode":"none"}""", pool["parameters"]!);
        Assert.True((bool)spec["preserveFilesystemOnDelete"]!);
    }

    [Fact]
    public async Task Two_metadata_servers_never_share_a_host()
    {
        var mocks = await Run.Program(() => Create(Volumes.OnVolumes));
        var server = mocks.Only("kubernetes:ceph.rook.io/v1:CephFilesystem").Inputs["spec"]!["metadataServer"]!;

        Assert.Equal((1.0, true), ((double)server["activeCount"]!, (bool)server["activeStandby"]!));
        Assert.Equal("4Gi", (string?)server["resources"]!["limits"]!["memory"]);
        Same(
            """[{"labelSelector":{"matchExpressions":[{"key":"app","operator":"In","values":["rook-ceph-mds"]}]},"topologyKey":"kubernetes.io/hostname"}]""",
            server["placement"]!["podAntiAffinity"]!["requiredDuringSchedulingIgnoredDuringExecution"]!);
    }

    [Fact]
    public async Task The_driver_has_its_group_and_all_its_secrets()
    {
        var mocks = await Run.Program(() => Create(Volumes.OnVolumes));

        var group = mocks.Only("kubernetes:ceph.rook.io/v1:CephFilesystemSubVolumeGroup").Inputs;
        Assert.Equal(("models-csi", "rook-ceph"), ((string?)group["metadata"]!["name"], (string?)group["metadata"]!["namespace"]));
        Same("""{"name":"csi","filesystemName":"models","pinning":{"distributed":1.0}}""", group["spec"]!);
        var storageClass = mocks.Only("kubernetes:storage.k8s.io/v1:StorageClass").Inputs;
        Assert.Equal(("rook-ceph.cephfs.csi.ceph.com", "Retain"), ((string?)storageClass["provisioner"], (string?)storageClass["reclaimPolicy"]));
        Same(
            """
            {"clusterID":"rook-ceph","fsName":"models","pool":"models-weights","kernelMountOptions":"rasize=67108864",
             "csi.storage.k8s.io/provisioner-secret-name":"rook-csi-cephfs-provisioner","csi.storage.k8s.io/provisioner-secret-namespace":"rook-ceph",
             "csi.storage.k8s.io/controller-expand-secret-name":"rook-csi-cephfs-provisioner","csi.storage.k8s.io/controller-expand-secret-namespace":"rook-ceph",
             "csi.storage.k8s.io/controller-publish-secret-name":"rook-csi-cephfs-provisioner","csi.storage.k8s.io/controller-publish-secret-namespace":"rook-ceph",
             "csi.storage.k8s.io/node-stage-secret-name":"rook-csi-cephfs-node","csi.storage.k8s.io/node-stage-secret-namespace":"rook-ceph"}
            """, storageClass["parameters"]!);
    }

    [Fact]
    public async Task The_claim_is_shared_and_its_name_waits_for_it()
    {
        CephFileSystem? storage = null;
        var mocks = await Run.Program(() => storage = Create(Volumes.OnVolumes));

        var claim = mocks.Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs;
        Assert.Equal(("models", "clawdbot-models"), ((string?)claim["metadata"]!["name"], (string?)claim["metadata"]!["namespace"]));
        Same("""{"accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"1000Gi"}},"storageClassName":"clawdbot-cephfs","volumeMode":"Filesystem"}""", claim["spec"]!);
        Assert.Equal(["ceph-claim"], (await OutputUtilities.GetDependenciesAsync(storage!.ClaimName)).Select(resource => resource.GetResourceName()));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(storage.Replicas));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create(Volumes.OnVolumes with { Replicas = 1 })));
        Assert.Equal([CephFileSystem.Token], mocks.Resources.Select(resource => resource.Type));
    }

    private static async Task<JsonNode> Cluster(ModelVolume.CephFs volume) =>
        (await Run.Program(() => Create(volume))).Only("kubernetes:ceph.rook.io/v1:CephCluster").Inputs["spec"]!;

    private static CephFileSystem Create(ModelVolume.CephFs volume) =>
        new("ceph", new CephFileSystemArgs { Volume = volume, Namespace = "clawdbot-models", RookNamespace = "rook-ceph" });

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
