using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class IsolatedPodsTests
{
    private const string Message = "The NetworkPolicy for the pods is not there; allowed: one for Ingress that selects their labels. "
        + "Add a policy with an empty podSelector that denies everything to the namespace, and one that allows what the application needs.";

    private static readonly IsolatedPods Rule = new();

    [Fact]
    public void Accepts_a_policy_for_the_pods() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.NetworkPolicy);

    [Fact]
    public void Accepts_a_policy_for_the_namespace() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Job, KubernetesSamples.DefaultDeny);

    [Fact]
    public void Accepts_a_policy_without_a_selector() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.DefaultDeny.Without("spec.podSelector"));

    [Fact]
    public void Accepts_a_policy_that_does_not_list_its_types() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.DefaultDeny.Without("spec.policyTypes"));

    [Fact]
    public void Accepts_pods_on_the_network_of_the_node() => RuleCheck.Accepts(Rule, Workloads.Deployment.With("spec.template.spec.hostNetwork", "true"));

    [Fact]
    public void Rejects_pods_without_a_policy() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment);

    [Fact]
    public void Rejects_pods_of_a_job_without_a_policy() => RuleCheck.Rejects(Rule, Message, KubernetesSamples.Job, KubernetesSamples.NetworkPolicy);

    [Fact]
    public void Rejects_a_policy_of_another_namespace() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment, KubernetesSamples.DefaultDeny.With("metadata.namespace", "other"));

    [Fact]
    public void Rejects_a_policy_for_what_goes_out() => RuleCheck.Rejects(Rule, Message, Workloads.Deployment, KubernetesSamples.DefaultDeny.With("spec.policyTypes", "[Egress]"));

    [Fact]
    public void Cannot_decide_beside_policies_of_a_network_plugin() => RuleCheck.CannotDecide(
        Rule,
        "policies of the network plugin may select its pods",
        Workloads.Deployment, Sample.Manifest("{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: { name: a, namespace: shop } }"));
}
