using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class AutoscalerMinimumTests
{
    private const string Remedy = "Set the minimum to at least 1 and the maximum to at least the minimum.";

    private static readonly AutoscalerMinimum Rule = new();

    [Fact]
    public void Accepts_bounds_in_order() => RuleCheck.Accepts(Rule, KubernetesSamples.Autoscaler, KubernetesSamples.ScaledObject);

    [Fact]
    public void Accepts_the_default_of_a_horizontal_autoscaler() => RuleCheck.Accepts(Rule, KubernetesSamples.Autoscaler.Without("spec.minReplicas"));

    [Fact]
    public void Accepts_the_default_maximum_of_keda() => RuleCheck.Accepts(Rule, KubernetesSamples.ScaledObject.Without("spec.maxReplicaCount"));

    [Fact]
    public void Rejects_the_default_of_keda() => RuleCheck.Rejects(Rule, $"spec.minReplicaCount is not set; allowed: at least 1. {Remedy}", KubernetesSamples.ScaledObject.Without("spec.minReplicaCount"));

    [Fact]
    public void Rejects_no_pod() => RuleCheck.Rejects(Rule, $"spec.minReplicas is 0; allowed: at least 1. {Remedy}", KubernetesSamples.Autoscaler.With("spec.minReplicas", "0"));

    [Fact]
    public void Rejects_no_pod_while_idle() => RuleCheck.Rejects(
        Rule, $"spec.idleReplicaCount is 0; allowed: nothing, so that the minimum holds. {Remedy}", KubernetesSamples.ScaledObject.With("spec.idleReplicaCount", "0"));

    [Fact]
    public void Rejects_a_maximum_below_the_minimum() => RuleCheck.Rejects(
        Rule, $"spec.maxReplicas is 1; allowed: at least the minimum, and at least 1. {Remedy}", KubernetesSamples.Autoscaler.With("spec.maxReplicas", "1"));

    [Fact]
    public void Rejects_a_horizontal_autoscaler_without_a_maximum() => RuleCheck.Rejects(
        Rule, $"spec.maxReplicas is not set; allowed: at least the minimum, and at least 1. {Remedy}", KubernetesSamples.Autoscaler.Without("spec.maxReplicas"));

    [Fact]
    public void Cannot_decide_an_unknown_minimum() => RuleCheck.CannotDecide(Rule, "spec.minReplicas is known only after the deployment", KubernetesSamples.Autoscaler.WithUnknown("spec.minReplicas"));
}
