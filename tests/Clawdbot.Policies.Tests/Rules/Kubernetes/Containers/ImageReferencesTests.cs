using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ImageReferencesTests
{
    private const string Image = "spec.template.spec.containers[0].image";

    private static readonly ImageReferences Rule = new();

    [Fact]
    public void Accepts_an_image() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_an_image_that_a_later_step_fills_in() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Image));

    [Theory]
    [InlineData("Web/Api:1.0")]
    [InlineData("web:1.0 ")]
    [InlineData("web@sha256:123")]
    [InlineData("https://registry.example.com/web:1.0")]
    [InlineData("{{ .Values.image }}")]
    [InlineData("")]
    public void Rejects_what_is_no_image(string image) => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].image of container 'web' is '{image}'; allowed: the name of an image. Write it as registry/path:tag@digest, with a lower-case path.", Workloads.Deployment.With(Image, $"'{image}'"));

    [Fact]
    public void Cannot_decide_an_unknown_image() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].image is known only after the deployment", Workloads.Deployment.WithUnknown(Image));
}
