using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class ModelStorageRulesTests
{
    [Fact]
    public void Accepts_an_existing_claim() => Assert.Empty(Check(new ModelVolume.ExistingClaim("models.v2")));

    [Fact]
    public void Rejects_a_claim_that_cannot_exist() =>
        Assert.Equal(
            ["CB2001: S.claim is 'My Claim'; allowed: the name of a PersistentVolumeClaim: lower-case letters, digits, '-' and '.'. Change it."],
            Check(new ModelVolume.ExistingClaim("My Claim")));

    [Theory]
    [InlineData("/srv/models")]
    [InlineData("/srv/models/")]
    public void Accepts_a_host_path(string path) => Assert.Empty(Check(new ModelVolume.HostPath(path, 100, ["node-1"])));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("models")]
    [InlineData("/srv/../etc")]
    [InlineData("/srv//models")]
    public void Rejects_a_path_that_is_not_plain_and_absolute(string path) =>
        Assert.Equal(
            [$"CB2010: S.path is '{path}'; allowed: an absolute path below '/', without '.', '..' or empty parts. Change it."],
            Check(new ModelVolume.HostPath(path, 100, [])));

    [Fact]
    public void Rejects_bad_size_and_node_together() =>
        Assert.Equal(
            [
                "CB2002: S.capacityGiB is 0; allowed: 1 to 1048576. Change it.",
                "CB2001: S.nodes[0] is 'Node 1'; allowed: the host name of a node. Change it.",
            ],
            Check(new ModelVolume.HostPath("/srv/models", 0, ["Node 1"])));

    [Fact]
    public void Accepts_every_other_kind() =>
        Assert.All([Volumes.OnVolumes, Volumes.OnDisks, new ModelVolume.FsxLustre(Volumes.NewLustre), Volumes.Bucket], (ModelVolume volume) => Assert.Empty(Check(volume)));

    [Fact]
    public void Rejects_what_the_rules_of_the_kind_reject()
    {
        Assert.StartsWith("CB2200: S.replicas", Assert.Single(Check(Volumes.OnVolumes with { Replicas = 1 })), StringComparison.Ordinal);
        Assert.StartsWith("CB2205: S.capacityGiB", Assert.Single(Check(new ModelVolume.FsxLustre(Volumes.NewLustre with { CapacityGiB = 1 }))), StringComparison.Ordinal);
        Assert.StartsWith("CB2210: S.region", Assert.Single(Check(Volumes.Bucket with { Region = "x" })), StringComparison.Ordinal);
    }

    private static string[] Check(ModelVolume volume) => ModelStorageRules.Check(volume, "S", "Change it.").Lines();
}
