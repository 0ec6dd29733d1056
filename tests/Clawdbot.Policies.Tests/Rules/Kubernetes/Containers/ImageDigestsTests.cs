using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ImageDigestsTests
{
    private const string Image = "spec.template.spec.containers[0].image";

    private static readonly ImageDigests Rule = new();

    [Fact]
    public void Accepts_a_digest() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Leaves_images_without_a_tag_to_the_rule_about_tags() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Image, "nginx"));

    [Fact]
    public void Rejects_a_tag_alone() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].image of container 'web' is 'nginx:1.27'; allowed: an image with a digest. Append the digest of the version to its tag, as name:tag@sha256:digest.",
        Workloads.Deployment.With(Image, "'nginx:1.27'"));

    [Fact]
    public void Cannot_decide_an_unknown_image() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].image is known only after the deployment", Workloads.Deployment.WithUnknown(Image));
}
