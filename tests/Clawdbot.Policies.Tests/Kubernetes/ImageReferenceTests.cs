using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Tests.Kubernetes;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("nginx", "nginx", null, null)]
    [InlineData("nginx:1.27", "nginx", "1.27", null)]
    [InlineData("localhost/web", "localhost/web", null, null)]
    [InlineData("registry:5000/team/web", "registry:5000/team/web", null, null)]
    [InlineData("registry:5000/team/web:1", "registry:5000/team/web", "1", null)]
    [InlineData("[::1]:5000/web:1", "[::1]:5000/web", "1", null)]
    [InlineData("REGISTRY/web_a__b.c-d---e:1", "REGISTRY/web_a__b.c-d---e", "1", null)]
    [InlineData("public.ecr.aws/a/b/c:v1@" + Digest, "public.ecr.aws/a/b/c", "v1", Digest)]
    [InlineData("web@" + Digest, "web", null, Digest)]
    public void Has_parts(string text, string repository, string? tag, string? digest) => Assert.Equal(new ImageReference(repository, tag, digest), ImageReference.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Web")]
    [InlineData("team/Web:1")]
    [InlineData("web:")]
    [InlineData("web:1:2")]
    [InlineData("web:-1")]
    [InlineData("web@sha256")]
    [InlineData("web//api")]
    [InlineData("web\n")]
    [InlineData("-web")]
    [InlineData("web..a")]
    public void Is_none(string text) => Assert.Null(ImageReference.Parse(text));

    [Fact]
    public void Is_none_when_it_is_too_long() => Assert.Null(ImageReference.Parse(new string('a', 256)));
}
