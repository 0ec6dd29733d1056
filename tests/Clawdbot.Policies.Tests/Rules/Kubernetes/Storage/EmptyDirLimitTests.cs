using Clawdbot.Policies.Rules.Kubernetes.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Storage;

public sealed class EmptyDirLimitTests
{
    private static readonly EmptyDirLimit Rule = new();

    [Fact]
    public void Accepts_a_limit() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Rejects_a_volume_without_a_limit() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[0].emptyDir.sizeLimit is not set; allowed: a quantity above 0. Set sizeLimit to the most the containers write there.",
        Workloads.Deployment.With("spec.template.spec.volumes[0].emptyDir", "{}"));

    [Fact]
    public void Cannot_decide_an_unknown_limit() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.volumes[0].emptyDir.sizeLimit is known only after the deployment", Workloads.Deployment.WithUnknown("spec.template.spec.volumes[0].emptyDir.sizeLimit"));
}
