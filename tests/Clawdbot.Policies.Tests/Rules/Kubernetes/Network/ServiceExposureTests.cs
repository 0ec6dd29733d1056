using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class ServiceExposureTests
{
    private const string Remedy = "Use ClusterIP behind the access tier, or an internal load balancer with loadBalancerSourceRanges.";

    private const string Unguarded = "spec.type is 'NodePort'; allowed: ClusterIP, LoadBalancer with loadBalancerSourceRanges, or NodePort for pods whose network policy lists the networks that may come in. "
        + Remedy;

    private static readonly Sample NodePort = KubernetesSamples.Service.With("spec.type", "NodePort").With("spec.externalTrafficPolicy", "Local");

    private static readonly Sample Guard = KubernetesSamples.NetworkPolicy.With("spec.ingress[0].from", "[{ ipBlock: { cidr: 10.0.0.0/8 } }]");

    private static readonly Sample LoadBalancer = KubernetesSamples.Service.With("spec.type", "LoadBalancer");

    private static readonly ServiceExposure Rule = new();

    [Fact]
    public void Accepts_a_service_of_the_cluster() => RuleCheck.Accepts(Rule, KubernetesSamples.Service);

    [Fact]
    public void Accepts_source_ranges() => RuleCheck.Accepts(Rule, LoadBalancer.With("spec.loadBalancerSourceRanges", "[10.0.0.0/8]"));

    [Theory]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-internal", "\"true\"")]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal")]
    [InlineData("networking.gke.io/load-balancer-type", "Internal")]
    [InlineData("service.beta.kubernetes.io/azure-load-balancer-internal", "\"true\"")]
    public void Accepts_an_internal_load_balancer(string annotation, string value) => RuleCheck.Accepts(Rule, LoadBalancer.With("metadata.annotations", $"{annotation}: {value}"));

    [Fact]
    public void Rejects_a_load_balancer_for_everybody() => RuleCheck.Rejects(
        Rule, $"spec.loadBalancerSourceRanges is not set; allowed: the networks that may come in, or an annotation that makes the load balancer internal. {Remedy}", LoadBalancer);

    [Fact]
    public void Rejects_a_range_of_everything() => RuleCheck.Rejects(
        Rule,
        $"spec.loadBalancerSourceRanges is [0.0.0.0/0]; allowed: the networks that may come in, or an annotation that makes the load balancer internal. {Remedy}",
        LoadBalancer.With("spec.loadBalancerSourceRanges", "[0.0.0.0/0]"));

    [Fact]
    public void Rejects_a_node_port() => RuleCheck.Rejects(
        Rule, $"spec.type is 'NodePort'; allowed: ClusterIP, or LoadBalancer with loadBalancerSourceRanges. {Remedy}", KubernetesSamples.Service.With("spec.type", "NodePort"));

    [Fact]
    public void Accepts_a_node_port_that_a_network_policy_guards() => RuleCheck.Accepts(Rule, Workloads.Deployment, NodePort, Guard);

    [Fact]
    public void Rejects_a_node_port_that_no_network_policy_guards() => RuleCheck.Rejects(Rule, Unguarded, Workloads.Deployment, NodePort, KubernetesSamples.NetworkPolicy);

    [Fact]
    public void Rejects_a_node_port_whose_network_policy_is_open() => RuleCheck.Rejects(Rule, Unguarded, Workloads.Deployment, NodePort, Guard.With("spec.ingress[0].from[0].ipBlock.cidr", "0.0.0.0/0"));

    [Fact]
    public void Rejects_external_addresses() => RuleCheck.Rejects(
        Rule, $"spec.externalIPs is [192.0.2.1]; allowed: no externalIPs. {Remedy}", KubernetesSamples.Service.With("spec.externalIPs", "[192.0.2.1]"));

    [Fact]
    public void Cannot_decide_an_unknown_type() => RuleCheck.CannotDecide(Rule, "spec.type is known only after the deployment", KubernetesSamples.Service.WithUnknown("spec.type"));
}
