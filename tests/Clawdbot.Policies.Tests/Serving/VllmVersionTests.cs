using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Tests.Serving;

public sealed class VllmVersionTests
{
    [Theory]
    [InlineData("vllm/vllm-openai:v0.27.1", "0.27")]
    [InlineData("registry.example.com:5000/mirror/vllm/vllm-openai:v0.9.2-cu129@sha256:0123", "0.9")]
    [InlineData("public.ecr.aws/q9t5s3a7/vllm-cpu-release-repo:v0.8.5", "0.8")]
    [InlineData("vllm/vllm-openai:v0.11.0.post1", "0.11")]
    [InlineData("vllm/vllm-openai:latest", null)]
    [InlineData("vllm/vllm-openai", null)]
    [InlineData("nvcr.io/nvidia/vllm:25.10-py3", null)]
    [InlineData("lmcache/vllm-openai:v0.3.9", null)]
    [InlineData("example.com/web:v0.27.1", null)]
    public void Is_read_from_the_tag(string image, string? version) => Assert.Equal(version, VllmVersion.OfImage(image)?.ToString());
}
