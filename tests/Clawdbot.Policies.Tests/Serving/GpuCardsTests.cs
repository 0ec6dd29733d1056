using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Tests.Serving;

public sealed class GpuCardsTests
{
    [Theory]
    [InlineData("a100-80", "a100-80")]
    [InlineData("Tesla-T4", "t4")]
    [InlineData("NVIDIA-A10G", "a10g")]
    [InlineData("NVIDIA-A100-SXM4-40GB", "a100-40")]
    [InlineData("NVIDIA-H100-80GB-HBM3", "h100")]
    [InlineData("nvidia-tesla-t4", "t4")]
    [InlineData("NVIDIA-GeForce-RTX-4090", "rtx4090")]
    [InlineData("g4dn.xlarge", "t4")]
    [InlineData("nvidia-tesla-a100", null)]
    [InlineData("m5.large", null)]
    [InlineData("", null)]
    public void Are_found_by_the_names_of_labels(string label, string? sku) => Assert.Equal(sku, GpuCards.Find(label)?.Sku);
}
