using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class SatisfiableBudgetsTests
{
    private const string Remedy = "Use maxUnavailable 1.";

    private static readonly SatisfiableBudgets Rule = new();

    [Fact]
    public void Accepts_one_missing_pod() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Budget);

    [Fact]
    public void Accepts_fewer_than_all() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Budget.With("spec", "{ minAvailable: 2, selector: { matchLabels: { app.kubernetes.io/name: web } } }"));

    [Fact]
    public void Rejects_no_missing_pod() => RuleCheck.Rejects(Rule, $"spec.maxUnavailable is 0; allowed: at least 1, or a percentage above 0%. {Remedy}", KubernetesSamples.Budget.With("spec.maxUnavailable", "0"));

    [Fact]
    public void Rejects_no_percent() => RuleCheck.Rejects(Rule, $"spec.maxUnavailable is '0%'; allowed: at least 1, or a percentage above 0%. {Remedy}", KubernetesSamples.Budget.With("spec.maxUnavailable", "0%"));

    [Fact]
    public void Rejects_all_percent() => RuleCheck.Rejects(
        Rule, $"spec.minAvailable is '100%'; allowed: less than 100%. {Remedy}", Workloads.Deployment, KubernetesSamples.Budget.Without("spec.maxUnavailable").With("spec.minAvailable", "100%"));

    [Fact]
    public void Rejects_both_bounds() => RuleCheck.Rejects(Rule, $"spec.minAvailable is 1; allowed: nothing beside maxUnavailable. {Remedy}", KubernetesSamples.Budget.With("spec.minAvailable", "1"));

    [Fact]
    public void Rejects_as_many_as_there_are() => RuleCheck.Rejects(
        Rule, $"spec.minAvailable is 3; allowed: fewer than the 3 pods that it selects. {Remedy}", Workloads.Deployment, KubernetesSamples.Budget.Without("spec.maxUnavailable").With("spec.minAvailable", "3"));

    [Fact]
    public void Rejects_a_share_that_is_rounded_up_to_all() => RuleCheck.Rejects(
        Rule, $"spec.minAvailable is '80%'; allowed: fewer than the 3 pods that it selects. {Remedy}", Workloads.Deployment, KubernetesSamples.Budget.Without("spec.maxUnavailable").With("spec.minAvailable", "80%"));

    [Fact]
    public void Rejects_as_many_as_the_autoscaler_keeps() => RuleCheck.Rejects(
        Rule,
        $"spec.minAvailable is 2; allowed: fewer than the 2 pods that it selects. {Remedy}",
        Workloads.Deployment.Without("spec.replicas"), KubernetesSamples.Autoscaler, KubernetesSamples.Budget.Without("spec.maxUnavailable").With("spec.minAvailable", "2"));

    [Fact]
    public void Rejects_two_budgets_for_one_pod() => RuleCheck.Rejects(
        Rule,
        $"spec.selector is a second budget for the pods of Deployment/shop/web, which PodDisruptionBudget/shop/web selects too; allowed: one budget for each pod. {Remedy}",
        Workloads.Deployment, KubernetesSamples.Budget, KubernetesSamples.Budget.With("metadata.name", "web2"));

    [Fact]
    public void Cannot_decide_an_unknown_bound() => RuleCheck.CannotDecide(Rule, "spec.maxUnavailable is known only after the deployment", KubernetesSamples.Budget.WithUnknown("spec.maxUnavailable"));
}
