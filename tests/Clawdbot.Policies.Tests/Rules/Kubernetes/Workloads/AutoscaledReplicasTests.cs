using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class AutoscaledReplicasTests
{
    private static readonly AutoscaledReplicas Rule = new();

    [Fact]
    public void Accepts_a_number_without_an_autoscaler() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_an_autoscaler_without_a_number() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without("spec.replicas"), KubernetesSamples.Autoscaler);

    [Fact]
    public void Accepts_an_autoscaler_of_something_else() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Autoscaler.With("spec.scaleTargetRef.name", "other"));

    [Fact]
    public void Accepts_what_was_read_from_a_cluster() => RuleCheck.Accepts(Rule, Workloads.Deployment.With("metadata.uid", "7f3c2e1b-0000-0000-0000-000000000000"), KubernetesSamples.Autoscaler);

    [Fact]
    public void Rejects_a_number_beside_an_autoscaler() => RuleCheck.Rejects(
        Rule, "spec.replicas is 3; allowed: nothing, as HorizontalPodAutoscaler/shop/web sets it. Leave replicas out.", Workloads.Deployment, KubernetesSamples.Autoscaler);

    [Fact]
    public void Rejects_a_number_beside_keda() => RuleCheck.Rejects(
        Rule, "spec.replicas is 3; allowed: nothing, as ScaledObject/shop/web sets it. Leave replicas out.", Workloads.Deployment, KubernetesSamples.ScaledObject);

    [Fact]
    public void Cannot_decide_an_unknown_number() => RuleCheck.CannotDecide(Rule, "spec.replicas is known only after the deployment", Workloads.Deployment.WithUnknown("spec.replicas"), KubernetesSamples.Autoscaler);
}
