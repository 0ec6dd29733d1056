using System.Collections.Immutable;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>Model files have copies on separate hosts (C6), and the devices hold them.</summary>
public sealed class CephFileSystemRulesTests
{
    [Fact]
    public void Accepts_volumes_and_disks()
    {
        Assert.Empty(Check(Volumes.OnVolumes));
        Assert.Empty(Check(Volumes.OnDisks));
        Assert.Empty(Check(Volumes.OnVolumes with { Replicas = 5, StorageNodes = 5, FailureDomain = CephFailureDomain.Zone }));
    }

    [Fact]
    public void Accepts_two_copies_outside_of_production() => Assert.Empty(Check(Volumes.OnVolumes with { Replicas = 2, Production = false }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rejects_a_single_copy_everywhere(bool production) =>
        Assert.Equal(
            ["CB2200: S.replicas is 1; allowed: 2 to 6. With a single copy the first broken disk takes every model with it. Change it."],
            Check(Volumes.OnVolumes with { Replicas = 1, Production = production }));

    [Fact]
    public void Rejects_two_copies_in_production() =>
        Assert.Equal(
            ["CB2200: S.replicas is 2; allowed: 3 and more in production. With two copies no host may fail while another is being replaced; 'production: false' accepts that. Change it."],
            Check(Volumes.OnVolumes with { Replicas = 2 }));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Rejects_a_number_of_copies_that_makes_no_sense(int replicas) =>
        Assert.Equal([$"CB2002: S.replicas is {replicas}; allowed: 2 to 6. Change it."], Check(Volumes.OnVolumes with { Replicas = replicas }));

    [Fact]
    public void Rejects_more_copies_than_hosts() =>
        Assert.Equal(
            ["CB2201: S.replicas is 4; allowed: at most nodes, 3. Each copy needs a host of its own. Change it."],
            Check(Volumes.OnVolumes with { Replicas = 4 }));

    [Fact]
    public void Rejects_numbers_out_of_range_together() =>
        Assert.Equal(
            [
                "CB2002: S.capacityGiB is 0; allowed: 1 to 1048576. Change it.",
                "CB2002: S.nodes is 2; allowed: 3 to 100. Change it.",
                "CB2002: S.deviceGiB is 99; allowed: 100 to 16384. Change it.",
                "CB2001: S.storageClass is 'GP3'; allowed: the name of a StorageClass: lower-case letters, digits, '-' and '.'. Change it.",
            ],
            Check(new ModelVolume.CephFs(0, new CephDevices.VolumeClaims("GP3") { DeviceGiB = 99 }) { StorageNodes = 2 }));

    [Fact]
    public void Rejects_devices_that_are_no_disks_and_those_named_twice() =>
        Assert.Equal(
            [
                "CB2204: S.devices[0] is '^nvme.*'; allowed: a kernel name such as nvme1n1 or sdb, or a link below /dev/disk/by-id/ or /dev/disk/by-path/. Change it.",
                "CB2204: S.devices[1] is '/dev/disk/by-id/../sda'; allowed: a kernel name such as nvme1n1 or sdb, or a link below /dev/disk/by-id/ or /dev/disk/by-path/. Change it.",
                "CB1006: S.devices[3] is 'sdb' again; allowed: each device once. Change it.",
            ],
            Check(OnDisks("^nvme.*", "/dev/disk/by-id/../sda", "sdb", "sdb")));

    [Fact]
    public void Rejects_no_devices() =>
        Assert.Equal(["CB2002: S.devices is empty; allowed: at least one disk of each storage node. Change it."], Check(OnDisks()));

    [Fact]
    public void Rejects_disks_that_do_not_hold_all_copies() =>
        Assert.Equal(
            ["CB2202: S.capacityGiB is 1000; allowed: what 3072 GiB of devices hold; 3 copies of it on devices at most 80 % full need 3750 GiB. Add devices or nodes. Change it."],
            Check(OnDisks("sdb")));

    [Fact]
    public void Rejects_more_volumes_than_a_node_runs() =>
        Assert.Equal(
            ["CB2203: S.deviceGiB is 100, which makes 13 devices for each node; allowed: at most 12 devices for each node. Use larger devices or more nodes. Change it."],
            Check(new ModelVolume.CephFs(1000, new CephDevices.VolumeClaims("gp3") { DeviceGiB = 100 })));

    [Fact]
    public void Rejects_more_disks_than_a_node_runs() =>
        Assert.Equal(
            ["CB2203: S.devices is a list of 13; allowed: at most 12 devices for each node. Use larger devices or more nodes. Change it."],
            Check(OnDisks([.. Enumerable.Range(1, 13).Select(index => $"nvme{index}n1")])));

    private static ModelVolume.CephFs OnDisks(params string[] names) =>
        new(1000, new CephDevices.HostDevices(names.ToImmutableArray()) { DeviceGiB = 1024 });

    private static string[] Check(ModelVolume.CephFs volume) => CephFileSystemRules.Check(volume, "S", "Change it.").Lines();
}
