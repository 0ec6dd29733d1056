using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class RolloutsTests
{
    private const string Rolling = "spec.strategy.rollingUpdate";
    private const string Remedy = "Use RollingUpdate with maxSurge 1 and maxUnavailable 0, or a share of the pods.";

    private static readonly Rollouts Rule = new();

    [Fact]
    public void Accepts_one_pod_more() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_the_default() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without("spec.strategy"));

    [Fact]
    public void Accepts_a_single_pod_that_is_recreated() => RuleCheck.Accepts(Rule, Workloads.Deployment.With("spec.replicas", "1").With("spec.strategy", "type: Recreate"));

    [Fact]
    public void Rejects_several_pods_that_are_recreated() => RuleCheck.Rejects(
        Rule, $"spec.strategy.type is 'Recreate'; allowed: RollingUpdate for several replicas. {Remedy}", Workloads.Deployment.With("spec.strategy", "type: Recreate"));

    [Fact]
    public void Rejects_all_percent() => RuleCheck.Rejects(
        Rule, $"spec.strategy.rollingUpdate.maxUnavailable is '100%'; allowed: fewer than all pods. {Remedy}", Workloads.Deployment.With($"{Rolling}.maxUnavailable", "100%"));

    [Fact]
    public void Rejects_as_many_as_there_are() => RuleCheck.Rejects(
        Rule, $"spec.strategy.rollingUpdate.maxUnavailable is 3; allowed: fewer than all pods. {Remedy}", Workloads.Deployment.With($"{Rolling}.maxUnavailable", "3"));

    [Fact]
    public void Rejects_neither_less_nor_more() => RuleCheck.Rejects(
        Rule, $"spec.strategy.rollingUpdate.maxSurge is '0%'; allowed: at least 1 when maxUnavailable is 0. {Remedy}", Workloads.Deployment.With($"{Rolling}.maxSurge", "0%"));

    [Fact]
    public void Cannot_decide_an_unknown_number() => RuleCheck.CannotDecide(
        Rule, "spec.strategy.rollingUpdate.maxUnavailable is known only after the deployment", Workloads.Deployment.WithUnknown($"{Rolling}.maxUnavailable"));
}
