using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Storage;

/// <summary>Only what AWS sells and has (C7 on AWS).</summary>
public sealed class FsxLustreStorageRulesTests
{
    [Theory]
    [InlineData(1200)]
    [InlineData(2400)]
    [InlineData(12000)]
    [InlineData(1000800)]
    public void Accepts_the_sizes_of_persistent_2(int capacity) => Assert.Empty(Check(Volumes.NewLustre with { CapacityGiB = capacity }));

    [Theory]
    [InlineData(0, 1200)]
    [InlineData(600, 1200)]
    [InlineData(1201, 2400)]
    [InlineData(3600, 4800)]
    [InlineData(2000000, 1000800)]
    public void Rejects_a_size_between_the_steps_and_names_the_next(int capacity, int next) =>
        Assert.Equal(
            [$"CB2205: S.capacityGiB is {capacity}; allowed: 1200, or a multiple of 2400 up to 1000800. The next size up is {next}. Change it."],
            Check(Volumes.NewLustre with { CapacityGiB = capacity }));

    [Theory]
    [InlineData(125, null)]
    [InlineData(1000, 1500)]
    [InlineData(500, 6000)]
    [InlineData(500, 192000)]
    public void Accepts_the_tiers(int throughput, int? operations) => Assert.Empty(Check(Volumes.NewLustre with { ThroughputPerTiB = throughput, MetadataIops = operations }));

    [Fact]
    public void Rejects_other_tiers_together() =>
        Assert.Equal(
            [
                "CB2206: S.throughputPerTiB is 200; allowed: 125, 250, 500, 1000. Change it.",
                "CB2206: S.metadataIops is 5000; allowed: 1500, 3000, 6000 or a multiple of 12000 up to 192000. Change it.",
            ],
            Check(Volumes.NewLustre with { ThroughputPerTiB = 200, MetadataIops = 5000 }));

    [Fact]
    public void Accepts_one_that_exists() => Assert.Empty(Check(Volumes.OldLustre));

    [Fact]
    public void Rejects_identifiers_that_AWS_did_not_give() =>
        Assert.Equal(
            [
                "CB2207: S.fileSystemId is 'lustre-1'; allowed: fs- and 8 to 17 of 0-9 and a-f. Change it.",
                "CB2207: S.dnsName is 'fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com'; allowed: the file system's own, fileSystemId.fsx.REGION.amazonaws.com. Change it.",
                "CB2207: S.mountName is '/fsx'; allowed: 8 lower-case letters and digits, or fsx. `aws fsx describe-file-systems` prints it. Change it.",
                "CB2002: S.capacityGiB is 0; allowed: 1 to 1048576. Change it.",
            ],
            Check(Volumes.OldLustre with { Id = "lustre-1", MountName = "/fsx", CapacityGiB = 0 }));

    [Fact]
    public void Rejects_the_dns_name_of_another_file_system() =>
        Assert.Equal(
            ["CB2207: S.dnsName is 'fs-0123456789abcdef0.fsx.eu-central-1.amazonaws.com'; allowed: the file system's own, fileSystemId.fsx.REGION.amazonaws.com. Change it."],
            Check(Volumes.OldLustre with { Id = "fs-00000000" }));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Accepts_a_network_where_one_is_needed(bool isNew, bool hasNetwork) =>
        Assert.Empty(FsxLustreStorageRules.CheckNetwork(new ModelVolume.FsxLustre(isNew ? Volumes.NewLustre : Volumes.OldLustre), hasNetwork, "S", "Change it."));

    [Fact]
    public void Rejects_a_new_one_without_a_network() =>
        Assert.Equal(
            ["CB2012: S.network is missing; allowed: vpcId, subnetId and nodeSecurityGroupId of the cluster. A new Lustre file system stands in the zone of the GPU nodes; on a cluster that the stack does not make, name an existing one. Change it."],
            FsxLustreStorageRules.CheckNetwork(new ModelVolume.FsxLustre(Volumes.NewLustre), hasNetwork: false, "S", "Change it.").Lines());

    private static string[] Check(FsxFileSystem fileSystem) => FsxLustreStorageRules.Check(new ModelVolume.FsxLustre(fileSystem), "S", "Change it.").Lines();
}
