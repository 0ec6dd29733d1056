using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd;

public sealed class EtcdVersionTests
{
    [Theory]
    [InlineData("gcr.io/etcd-development/etcd:v3.6.14", "3.6.14", true)]
    [InlineData("registry.k8s.io/etcd:3.6.15-0", "3.6.15", true)]
    [InlineData("quay.io/coreos/etcd:v3.7.1", "3.7.1", true)]
    [InlineData("registry.example:5000/etcd:v3.8.0", "3.8.0", true)]
    [InlineData("quay.io/coreos/etcd:v3.6.13", "3.6.13", false)]
    [InlineData("quay.io/coreos/etcd:v3.7.0", "3.7.0", false)]
    [InlineData("quay.io/coreos/etcd:v3.5.32", "3.5.32", false)]
    public void Reads_the_release_of_an_image_and_knows_the_hole(string image, string version, bool safe)
    {
        var found = EtcdVersion.OfImage(image);
        Assert.Equal(version, found.ToString());
        Assert.Equal(safe, found!.Value.ChecksWatchRanges);
    }

    [Theory]
    [InlineData("etcd:latest")]
    [InlineData("etcd@sha256:0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("registry.example:5000/etcd")]
    [InlineData("etcd:v3.6")]
    public void Knows_no_release_without_one_in_the_tag(string image) => Assert.Null(EtcdVersion.OfImage(image));

    [Fact]
    public void Reads_a_tag_with_a_digest() =>
        Assert.Equal(new EtcdVersion(3, 6, 14), EtcdVersion.OfImage($"quay.io/coreos/etcd:v3.6.14@sha256:{new string('0', 64)}"));
}
