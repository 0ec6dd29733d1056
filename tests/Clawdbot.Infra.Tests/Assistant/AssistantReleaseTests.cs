using Clawdbot.Infra.Assistant;

namespace Clawdbot.Infra.Tests.Assistant;

public sealed class AssistantReleaseTests
{
    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:2026.9.6", "2026.9.6")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.7.1-2-slim", "2026.7.1")]
    [InlineData("registry.local:5000/openclaw:2026.10.12-browser", "2026.10.12")]
    [InlineData("openclaw/openclaw:2026.9.6@sha256:6afe42854c87471188b9c4f8dce6bbc14005a48d8e1592846548b32508754f84", "2026.9.6")]
    public void Reads_the_release_of_a_tag(string image, string release) => Assert.Equal(release, AssistantRelease.OfImage(image)?.ToString());

    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:extended-stable")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.13.1")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.8.1-beta.3")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.8")]
    [InlineData("ghcr.io/openclaw/openclaw:v1.2.3")]
    [InlineData("ghcr.io/openclaw/openclaw@sha256:6afe42854c87471188b9c4f8dce6bbc14005a48d8e1592846548b32508754f84")]
    public void Finds_none_in_other_tags(string image) => Assert.Null(AssistantRelease.OfImage(image));

    [Fact]
    public void Releases_are_ordered_by_number_not_by_letters()
    {
        var nine = new AssistantRelease(2026, 9, 6);
        var ten = new AssistantRelease(2026, 10, 1);
        Assert.True(nine < ten && ten > nine && nine <= ten && ten >= nine && nine <= new AssistantRelease(2026, 9, 6) && nine >= new AssistantRelease(2026, 9, 6));
    }
}
