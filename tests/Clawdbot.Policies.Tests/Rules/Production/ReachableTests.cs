using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class ReachableTests
{
    private static readonly Reachable Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Accepts_a_server_that_is_not_told_where_to_listen() => RuleCheck.Accepts(Rule, Complete.WithArgument("small", 2, "--enforce-eager").All);

    [Fact]
    public void Rejects_a_server_on_the_loopback_address() => RuleCheck.Rejects(
        Rule,
        "--host in spec.template.spec.containers[0].args[2] of container 'vllm' is '127.0.0.1'; allowed: 0.0.0.0. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.WithArgument("small", 2, "--host=127.0.0.1").All);

    [Fact]
    public void Rejects_a_server_in_the_network_of_its_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.hostNetwork is true; allowed: false, because the server would be reached at the address of its node without TLS. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("small", "spec.template.spec.hostNetwork", "true").All);

    [Fact]
    public void Rejects_a_server_at_a_port_of_its_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].ports[0].hostPort is 80; allowed: no port of the node, because the server would be reached there without TLS. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("small", "spec.template.spec.containers[0].ports[0].hostPort", "80").All);

    [Fact]
    public void Rejects_a_server_that_everybody_may_connect_to() => RuleCheck.Rejects(
        Rule,
        "A NetworkPolicy that says who may connect to the server is missing; allowed: one that admits the Router. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Lacking("small-policy").All);

    [Fact]
    public void Rejects_a_policy_that_admits_everybody() => RuleCheck.Rejects(
        Rule,
        "spec.ingress[0].from is not set; allowed: the Router and monitoring, not everybody. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Without("small-policy", "spec.ingress[0].from").All);

    [Fact]
    public void Rejects_a_policy_that_admits_the_Internet() => RuleCheck.Rejects(
        Rule,
        "spec.ingress[0].from[0].ipBlock.cidr is '0.0.0.0/0'; allowed: the Router and monitoring, not everybody. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("small-policy", "spec.ingress[0].from", "[{ ipBlock: { cidr: 0.0.0.0/0 } }]").All);

    [Fact]
    public void Rejects_a_system_without_access_tier() => RuleCheck.Rejects(
        Rule,
        "The access tier (a workload with the component access-tier) is missing; allowed: one in front of the Router. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Lacking("gateway", "gateway-service").All);

    [Fact]
    public void Rejects_an_access_tier_without_a_Service() => RuleCheck.Rejects(
        Rule,
        "A Service with port 443 to the access tier is missing; allowed: one through which it is reached. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Lacking("gateway-service").All);

    [Fact]
    public void Rejects_another_port_to_the_outside() => RuleCheck.Rejects(
        Rule,
        "spec.ports[1].port is 9145; allowed: 443, the only port of the access tier that is reached from outside. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("gateway-service", "spec.ports", "[{ name: https, port: 443 }, { name: metrics, port: 9145 }]").All);

    [Fact]
    public void Rejects_a_Router_that_is_reached_from_outside() => RuleCheck.Rejects(
        Rule,
        "spec.type is 'NodePort'; allowed: ClusterIP, because only the access tier is reached from outside. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("router-service", "spec.type", "NodePort").All);

    [Fact]
    public void Rejects_a_server_behind_an_address_outside() => RuleCheck.Rejects(
        Rule,
        "spec.externalIPs is [192.0.2.1]; allowed: ClusterIP, because only the access tier is reached from outside. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.With("small-service", "spec.externalIPs", "[192.0.2.1]").All);

    [Fact]
    public void Rejects_an_Ingress_past_the_access_tier() => RuleCheck.Rejects(
        Rule,
        "spec.rules[0].http.paths[0].backend.service.name is 'router'; allowed: the access tier's Service. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.And("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: in, namespace: clawdbot }, spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: router } } }] } }] } }").All);

    [Fact]
    public void Rejects_a_route_past_the_access_tier() => RuleCheck.Rejects(
        Rule,
        "spec.rules[0].backendRefs[0].name is 'router'; allowed: the access tier's Service. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.And("{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: in, namespace: clawdbot }, spec: { rules: [{ backendRefs: [{ name: router, port: 8080 }] }] } }").All);

    [Fact]
    public void Accepts_an_Ingress_to_the_access_tier() => RuleCheck.Accepts(Rule, Complete.And("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: in, namespace: clawdbot }, spec: { defaultBackend: { service: { name: gateway } } } }").All);

    [Fact]
    public void Rejects_an_access_tier_without_certificate() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tls.certificates is an empty list; allowed: at least one certificate. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Replaced("gateway-settings", "access-tier.json", "[{ \"serverNames\": [\"gateway\"], \"directory\": \"/etc/clawdbot/tls\" }]", "[]").All);

    [Fact]
    public void Rejects_an_old_TLS() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tls.minimumVersion is 'TLSv1.1'; allowed: TLSv1.2 or TLSv1.3. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Replaced("gateway-settings", "access-tier.json", "TLSv1.2", "TLSv1.1").All);

    [Fact]
    public void Rejects_settings_that_are_no_JSON() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"] is no JSON; allowed: a JSON document. Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
        Complete.Replaced("gateway-settings", "access-tier.json", "\"tls\":", "tls:").All);

    [Fact]
    public void Cannot_decide_unknown_arguments() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].args[2] is known only after the deployment", Complete.WithUnknown("small", "spec.template.spec.containers[0].args[2]").All);
}
