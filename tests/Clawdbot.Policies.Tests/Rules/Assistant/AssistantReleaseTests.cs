using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantReleaseTests
{
    private const string Image = "spec.template.spec.containers[0].image";

    private const string Remedy = "Take a current release of ghcr.io/openclaw/openclaw.";

    private static readonly AssistantRelease Rule = new();

    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:2026.4.15")]
    [InlineData("openclaw/openclaw:v2026.7.1-2-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("localhost:5000/openclaw:2026.10.1")]
    [InlineData("ghcr.io/openclaw-rocks/openclaw-operator:v0.1.0")]
    public void Accepts_a_release_without_known_holes(string image) => RuleCheck.Accepts(Rule, AssistantSamples.Deployment.With(Image, image));

    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:2026.4.14")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.4.15-beta.1")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.1.29-slim")]
    public void Rejects_an_old_release(string image) => RuleCheck.Rejects(
        Rule, $"{Image} of container 'openclaw' is '{image}'; allowed: release 2026.4.15 or newer. {Remedy}", AssistantSamples.Deployment.With(Image, image));

    [Theory]
    [InlineData("ghcr.io/clawdbot/clawdbot:latest")]
    [InlineData("moltbot")]
    public void Rejects_a_former_name(string image) => RuleCheck.Rejects(
        Rule,
        $"{Image} of container 'openclaw' is '{image}'; allowed: the image openclaw from release 2026.4.15 on. Nothing under this name was mended after January 2026. {Remedy}",
        AssistantSamples.Deployment.With(Image, image));

    [Fact]
    public void Rejects_it_in_docker() => RuleCheck.Rejects(
        Rule, $"image is 'openclaw/openclaw:2026.2.1'; allowed: release 2026.4.15 or newer. {Remedy}", AssistantSamples.Docker.With("image", "openclaw/openclaw:2026.2.1"));

    [Fact]
    public void Cannot_decide_a_tag_that_names_no_release() =>
        RuleCheck.CannotDecide(Rule, $"{Image} names no release", AssistantSamples.Deployment.With(Image, "ghcr.io/openclaw/openclaw:slim"));

    [Fact]
    public void Cannot_decide_an_image_that_is_not_known_yet() =>
        RuleCheck.CannotDecide(Rule, $"{Image} is known only after the deployment", AssistantSamples.Deployment.WithUnknown(Image));
}
