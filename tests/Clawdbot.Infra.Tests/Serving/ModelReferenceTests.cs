using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ModelReferenceTests
{
    [Fact]
    public void Weights_lie_below_organisation_model_and_revision() =>
        Assert.Equal("/mnt/ceph/models/Qwen--Qwen3-32B/main", new ModelReference("Qwen/Qwen3-32B", "main").PathBelow("/mnt/ceph/models"));

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef01234567", true)]
    [InlineData("0123456789abcdef0123456789abcdef0123456", false)]
    [InlineData("main", false)]
    public void Only_a_commit_is_immutable(string revision, bool immutable) => Assert.Equal(immutable, new ModelReference("a/b", revision).IsImmutable);
}
