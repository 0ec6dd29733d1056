using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ImageTagsTests
{
    private const string Image = "spec.template.spec.containers[0].image";

    private static readonly ImageTags Rule = new();

    [Theory]
    [InlineData("nginx:1.27")]
    [InlineData("nginx:1.27-alpine")]
    [InlineData("registry:5000/team/web:v1.2.3-rc.1")]
    [InlineData("web:7f3c2e1")]
    [InlineData("web:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("Not an image")]
    [InlineData("auto")]
    public void Accepts(string image) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Image, $"'{image}'"));

    [Theory]
    [InlineData("nginx:latest")]
    [InlineData("nginx:stable-alpine")]
    [InlineData("web:MAIN")]
    [InlineData("cuda:12.4-latest")]
    [InlineData("localhost:5000/web:nightly")]
    public void Rejects_a_tag_that_moves(string image) => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].image of container 'web' is '{image}'; allowed: a tag that stays with one version. Name the version, or better the digest.", Workloads.Deployment.With(Image, $"'{image}'"));

    [Theory]
    [InlineData("nginx")]
    [InlineData("localhost:5000/web")]
    public void Rejects_an_image_without_a_tag(string image) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].image of container 'web' is '{image}'; allowed: an image with a tag or a digest. Without one it is the image that is latest when a node pulls it. Name the version, or better the digest.",
        Workloads.Deployment.With(Image, $"'{image}'"));

    [Fact]
    public void Cannot_decide_an_unknown_image() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].image is known only after the deployment", Workloads.Deployment.WithUnknown(Image));
}
