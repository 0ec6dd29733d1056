using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ReadOnlyRootTests
{
    private const string ReadOnly = "spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem";

    private static readonly ReadOnlyRoot Rule = new();

    [Fact]
    public void Accepts_a_read_only_root() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_windows() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(ReadOnly).With("spec.template.spec.os", "name: windows"));

    [Fact]
    public void Rejects_a_root_that_is_not_said_to_be_read_only() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem of container 'web' is not set; allowed: true. Set readOnlyRootFilesystem, and mount an emptyDir where the program writes.",
        Workloads.Deployment.Without(ReadOnly));

    [Fact]
    public void Rejects_an_init_container_that_can_write() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.initContainers[0].securityContext.readOnlyRootFilesystem of container 'init' is false; allowed: true. Set readOnlyRootFilesystem, and mount an emptyDir where the program writes.",
        Workloads.Deployment.With("spec.template.spec.initContainers", "[{ name: init, securityContext: { readOnlyRootFilesystem: false } }]"));

    [Fact]
    public void Cannot_decide_an_unknown_value() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem is known only after the deployment", Workloads.Deployment.WithUnknown(ReadOnly));
}
