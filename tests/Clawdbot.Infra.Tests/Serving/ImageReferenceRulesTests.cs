using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ImageReferenceRulesTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("vllm/vllm-openai:v0.27.1")]
    [InlineData("registry.local:5000/vllm/vllm-openai:v0.27.1-cu129")]
    [InlineData("vllm/vllm-openai" + Digest)]
    [InlineData("vllm/vllm-openai:v0.27.1" + Digest)]
    public void Accepts_a_fixed_version(string image) => Assert.Empty(Check(image));

    [Theory]
    [InlineData("")]
    [InlineData("vllm/vllm-openai")]
    [InlineData("vllm/vllm-openai:latest")]
    [InlineData("registry.local:5000/vllm-openai")]
    [InlineData("vllm/vllm-openai@sha256:abc")]
    [InlineData("vllm openai:v1")]
    public void Rejects_what_can_move_or_is_no_image(string image) =>
        Assert.Equal(
            [$"CB2009: P.image is '{image}'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. vLLM removes flags between versions, so a moving image breaks running stacks. Change it."],
            Check(image));

    [Fact]
    public void Knows_digests()
    {
        Assert.True(ImageReferenceRules.HasDigest($"a:1{Digest}"));
        Assert.False(ImageReferenceRules.HasDigest("a:1"));
    }

    private static string[] Check(string image) => ImageReferenceRules.Check(image, "image", "P", "Change it.").Lines();
}
