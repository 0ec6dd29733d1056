using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class DuplicateEnvironmentTests
{
    private const string Environment = "spec.template.spec.containers[0].env";

    private static readonly DuplicateEnvironment Rule = new();

    [Fact]
    public void Accepts_each_variable_once() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Rejects_a_variable_that_is_set_twice() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].env[2].name of container 'web' is 'MODE'; allowed: a name that the list does not have yet. Remove the one that does not count.",
        Workloads.Deployment.With(Environment, "[{ name: MODE, value: fast }, { name: mode, value: fast }, { name: MODE, value: slow }]"));

    [Fact]
    public void Cannot_decide_an_unknown_name() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].env[0].name is known only after the deployment", Workloads.Deployment.WithUnknown($"{Environment}[0].name"));
}
