using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class VllmVersionTests
{
    [Theory]
    [InlineData("0.27.1", 0, 27, 1)]
    [InlineData("v0.19.0", 0, 19, 0)]
    [InlineData("0.6.6.post1", 0, 6, 6)]
    [InlineData("0.11.0rc2", 0, 11, 0)]
    [InlineData("v0.33.0-cu129", 0, 33, 0)]
    [InlineData("0.8", 0, 8, 0)]
    public void Accepts_releases_and_image_tags(string text, int major, int minor, int patch) => Assert.Equal(new VllmVersion(major, minor, patch), VllmVersion.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1")]
    [InlineData("0.19.0 or so")]
    public void Rejects_everything_else(string text) => Assert.Null(VllmVersion.Parse(text));

    [Theory]
    [InlineData("vLLM 0.10.1+gptoss, nightly", "0.10.1")]
    [InlineData("~0.11", "0.11.0")]
    public void Finds_a_release_in_a_sentence(string text, string version) => Assert.Equal(version, VllmVersion.Find(text)!.Value.ToString());

    [Fact]
    public void Orders_by_number_and_not_by_text()
    {
        Assert.True(new VllmVersion(0, 9, 2) < new VllmVersion(0, 10));
        Assert.True(new VllmVersion(0, 10) >= new VllmVersion(0, 10));
        Assert.Null(VllmVersion.Find("nightly"));
    }
}
