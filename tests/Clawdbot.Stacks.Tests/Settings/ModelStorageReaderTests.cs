using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

/// <summary>Each kind of <c>modelStorage</c> becomes the volume of that kind, and mistakes are said once (C6, C7).</summary>
public sealed class ModelStorageReaderTests
{
    [Fact]
    public void Reads_a_ceph_file_system_with_its_defaults()
    {
        var ceph = Assert.IsType<ModelVolume.CephFs>(Accepted("""{"kind":"cephFs","capacityGiB":2000,"storageClass":"gp3","deviceGiB":1024}"""));
        Assert.Equal(new ModelVolume.CephFs(2000, new CephDevices.VolumeClaims("gp3") { DeviceGiB = 1024 }), ceph);
        Assert.Equal((3, 3, CephFailureDomain.Host, true), (ceph.Replicas, ceph.StorageNodes, ceph.FailureDomain, ceph.Production));
    }

    [Fact]
    public void Reads_a_ceph_file_system_on_disks_of_the_nodes()
    {
        var ceph = Assert.IsType<ModelVolume.CephFs>(Accepted(
            """{"kind":"cephFs","capacityGiB":500,"devices":["nvme1n1","nvme2n1"],"deviceGiB":3500,"replicas":2,"nodes":4,"failureDomain":"zone"}"""));
        Assert.Equal(["nvme1n1", "nvme2n1"], Assert.IsType<CephDevices.HostDevices>(ceph.Devices).Names.AsEnumerable());
        Assert.Equal((2, 4, CephFailureDomain.Zone, true), (ceph.Replicas, ceph.StorageNodes, ceph.FailureDomain, ceph.Production));
    }

    [Fact]
    public void Reads_new_and_existing_lustre()
    {
        Assert.Equal(
            new ModelVolume.FsxLustre(new FsxFileSystem.New { CapacityGiB = 2400, ThroughputPerTiB = 1000, MetadataIops = 3000 }),
            Accepted("""{"kind":"fsxLustre","capacityGiB":2400,"throughputPerTiB":1000,"metadataIops":3000}"""));
        Assert.Equal(
            new ModelVolume.FsxLustre(new FsxFileSystem.Existing("fs-0123456789abcdef0", "fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com", "abcdefgh") { CapacityGiB = 1200 }),
            Accepted("""{"kind":"fsxLustre","capacityGiB":1200,"fileSystemId":"fs-0123456789abcdef0","dnsName":"fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com","mountName":"abcdefgh"}"""));
    }

    [Fact]
    public void Reads_a_bucket()
    {
        Assert.Equal(new ModelVolume.S3Mountpoint("weights", "eu-central-1"), Accepted("""{"kind":"s3Mountpoint","bucket":"weights","region":"eu-central-1"}"""));
        Assert.Equal(
            new ModelVolume.S3Mountpoint("weights", "eu-central-1") { Prefix = "llm/", Create = true },
            Accepted("""{"kind":"s3Mountpoint","bucket":"weights","region":"eu-central-1","prefix":"llm/","create":true}"""));
    }

    [Fact]
    public void Reads_what_exists_already()
    {
        Assert.Equal(new ModelVolume.ExistingClaim("models"), Accepted("""{"kind":"existingClaim","claim":"models"}"""));
        Assert.Equal(["gpu-1"], Assert.IsType<ModelVolume.HostPath>(Accepted("""{"kind":"hostPath","path":"/srv","capacityGiB":10,"nodes":["gpu-1"]}""")).Nodes.AsEnumerable());
    }

    [Fact]
    public void Every_kind_has_keys_and_a_name()
    {
        Assert.Equal(ModelStorageReader.Kinds.Order(StringComparer.Ordinal), ModelStorageReader.KeysByKind.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("s3Mountpoint", ModelStorageReader.KindOf(new ModelVolume.S3Mountpoint("weights", "eu-central-1")));
        Assert.Equal("cephFs", ModelStorageReader.KindOf(new ModelVolume.CephFs(1, new CephDevices.VolumeClaims("gp3") { DeviceGiB = 100 })));
        Assert.Equal("fsxLustre", ModelStorageReader.KindOf(new ModelVolume.FsxLustre(new FsxFileSystem.New { CapacityGiB = 1200 })));
        Assert.Equal("existingClaim", ModelStorageReader.KindOf(new ModelVolume.ExistingClaim("models")));
        Assert.Equal("hostPath", ModelStorageReader.KindOf(new ModelVolume.HostPath("/srv", 1, [])));
    }

    [Fact]
    public void Rejects_an_unknown_kind() => Rejects(
        """{"kind":"cephfs"}""",
        "CB1004: clawdbot:modelStorage.kind is 'cephfs'; allowed: cephFs or fsxLustre or s3Mountpoint or existingClaim or hostPath. Did you mean 'cephFs'? Set it in x.yaml.");

    [Fact]
    public void Rejects_both_kinds_of_devices() => Rejects(
        """{"kind":"cephFs","capacityGiB":10,"storageClass":"gp3","devices":["sdb"],"deviceGiB":100}""",
        "CB1005: clawdbot:modelStorage.devices is given together with storageClass; allowed: one of the two. Disks of the nodes need devices, volumes of a cloud storageClass. Set it in x.yaml.");

    [Fact]
    public void Rejects_no_devices_at_all() => Rejects(
        """{"kind":"cephFs","capacityGiB":10,"deviceGiB":100}""",
        "CB1002: clawdbot:modelStorage.storageClass is missing; allowed: the name of a StorageClass, or devices with a list of disks. Set it in x.yaml.");

    [Fact]
    public void Rejects_devices_that_are_no_list() => Rejects(
        """{"kind":"cephFs","capacityGiB":10,"devices":"sdb","deviceGiB":100}""",
        "CB1003: clawdbot:modelStorage.devices is the text 'sdb'; allowed: a list of texts. Set it in x.yaml.");

    [Fact]
    public void Leaves_an_empty_list_of_devices_to_the_rules() =>
        Assert.True(Assert.IsType<CephDevices.HostDevices>(Assert.IsType<ModelVolume.CephFs>(Accepted("""{"kind":"cephFs","capacityGiB":10,"devices":[],"deviceGiB":100}""")).Devices).Names.IsEmpty);

    [Fact]
    public void Rejects_a_tier_for_a_file_system_that_exists_and_names_what_is_missing() => Rejects(
        """{"kind":"fsxLustre","capacityGiB":1200,"fileSystemId":"fs-0123456789abcdef0","throughputPerTiB":500}""",
        "CB1005: clawdbot:modelStorage.throughputPerTiB is given together with fileSystemId; allowed: only for a new file system. The existing one is not changed from here. Set it in x.yaml.",
        "CB1002: clawdbot:modelStorage.dnsName is missing; allowed: a text. Set it in x.yaml.",
        "CB1002: clawdbot:modelStorage.mountName is missing; allowed: a text. Set it in x.yaml.");

    [Fact]
    public void After_a_mistake_the_rules_have_nothing_to_add()
    {
        foreach (var kind in ModelStorageReader.Kinds)
        {
            var (volume, errors) = Read($$"""{"kind":"{{kind}}"}""");
            Assert.NotEmpty(errors);
            Assert.Empty(ModelStorageRules.Check(volume!, "S", "Change it."));
        }
    }

    private static ModelVolume Accepted(string json)
    {
        var (volume, errors) = Read(json);
        Assert.Empty(errors);
        return volume!;
    }

    private static void Rejects(string json, params string[] expected) => Assert.Equal(expected, Read(json).Errors);

    private static (ModelVolume? Volume, string[] Errors) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new List<Diagnostic>();
        var kind = document.RootElement.GetProperty("kind").GetString()!;
        var keys = ModelStorageReader.KeysByKind.GetValueOrDefault(kind) ?? [];
        var volume = ModelStorageReader.Read(new SettingsObject("clawdbot:modelStorage", document.RootElement, ["kind", .. keys], "x.yaml", errors));
        return (volume, [.. errors.Select(error => error.ToString())]);
    }
}
