using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class SpreadTests
{
    private const string Constraints = "spec.template.spec.topologySpreadConstraints";

    private const string Message = "spec.template.spec.topologySpreadConstraints is not set; allowed: a constraint, or a podAntiAffinity by host or zone, that selects the pod's own labels. "
        + "Add a topologySpreadConstraint for kubernetes.io/hostname whose selector matches the pod's own labels.";

    private static readonly Spread Rule = new();

    [Fact]
    public void Accepts_a_constraint() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_an_anti_affinity() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Constraints).With("spec.template.spec.affinity", """
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels: { app.kubernetes.io/name: web }
        """));

    [Fact]
    public void Accepts_a_single_pod() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Constraints).With("spec.replicas", "1"));

    [Fact]
    public void Rejects_several_pods_that_nothing_spreads() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment.Without(Constraints));

    [Fact]
    public void Rejects_pods_that_an_autoscaler_makes() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment.Without(Constraints).Without("spec.replicas"), KubernetesSamples.Autoscaler);

    [Fact]
    public void Rejects_a_constraint_for_other_pods() => RuleCheck.Rejects(
        Rule, Message.Replace("not set", "a list of 1", StringComparison.Ordinal), Workloads.Deployment.With($"{Constraints}[0].labelSelector", "matchLabels: { app.kubernetes.io/name: other }"));

    [Fact]
    public void Cannot_decide_an_unknown_number() => RuleCheck.CannotDecide(Rule, "spec.replicas is known only after the deployment", Workloads.Deployment.WithUnknown("spec.replicas"));
}
