using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class DisruptionBudgetsTests
{
    private const string Message = "The PodDisruptionBudget for the pods is not there; allowed: one that selects their labels. Add a PodDisruptionBudget with maxUnavailable 1 that selects these pods.";

    private static readonly DisruptionBudgets Rule = new();

    [Fact]
    public void Accepts_a_budget() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Budget);

    [Fact]
    public void Accepts_a_budget_for_everything() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Budget.With("spec.selector", "{}"));

    [Fact]
    public void Accepts_a_single_pod() => RuleCheck.Accepts(Rule, Workloads.Deployment.With("spec.replicas", "1"));

    [Fact]
    public void Rejects_several_pods_without_a_budget() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment);

    [Fact]
    public void Rejects_pods_that_an_autoscaler_makes() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment.Without("spec.replicas"), KubernetesSamples.ScaledObject);

    [Fact]
    public void Rejects_a_budget_in_another_namespace() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment, KubernetesSamples.Budget.With("metadata.namespace", "other"));

    [Fact]
    public void Rejects_a_budget_for_other_pods() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment, KubernetesSamples.Budget.With("spec.selector", "matchLabels: { app: other }"));

    [Fact]
    public void Cannot_decide_when_a_budget_is_unknown()
    {
        var findings = RuleCheck.Run(Rule, Workloads.Deployment, KubernetesSamples.Budget.WithUnknown("spec.selector"));
        Assert.Empty(findings.Violations);
        Assert.Equal(
            ["spec.selector is known only after the deployment", "not all disruption budgets or namespaces can be read"], findings.NotApplicable.Select(n => n.Reason));
    }
}
