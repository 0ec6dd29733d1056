using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class AutoscalerRedundancyTests
{
    private static readonly AutoscalerRedundancy Rule = new();

    [Fact]
    public void Accepts_two_pods() => RuleCheck.Accepts(Rule, KubernetesSamples.Autoscaler);

    [Fact]
    public void Leaves_keda_alone() => RuleCheck.Accepts(Rule, KubernetesSamples.ScaledObject);

    [Fact]
    public void Rejects_one_pod() => RuleCheck.Rejects(Rule, "spec.minReplicas is 1; allowed: at least 2. Set minReplicas to 2 or more.", KubernetesSamples.Autoscaler.With("spec.minReplicas", "1"));

    [Fact]
    public void Rejects_the_default() => RuleCheck.Rejects(Rule, "spec.minReplicas is not set; allowed: at least 2. Set minReplicas to 2 or more.", KubernetesSamples.Autoscaler.Without("spec.minReplicas"));

    [Fact]
    public void Cannot_decide_an_unknown_minimum() => RuleCheck.CannotDecide(Rule, "spec.minReplicas is known only after the deployment", KubernetesSamples.Autoscaler.WithUnknown("spec.minReplicas"));
}
