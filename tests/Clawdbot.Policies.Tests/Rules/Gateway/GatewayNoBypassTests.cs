using Clawdbot.Policies.Rules.Gateway;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Gateway;

public sealed class GatewayNoBypassTests
{
    private const string Remedy = "Give model servers Services of type ClusterIP without routes from outside, and a NetworkPolicy that admits the Router and Prometheus.";

    private static readonly GatewayNoBypass Rule = new();

    private static readonly Sample Ingress = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: qwen, namespace: models }
        spec:
          rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: qwen, port: { number: 8000 } } } }] } }]
        """);

    private static readonly Sample Route = Sample.Manifest("""
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: { name: qwen, namespace: edge }
        spec:
          rules: [{ backendRefs: [{ name: qwen, namespace: models, port: 8000 }] }]
        """);

    [Fact]
    public void Accepts_servers_that_only_the_router_reaches() =>
        RuleCheck.Accepts(Rule, GatewaySamples.RouterPods, GatewaySamples.ModelServer, GatewaySamples.ModelService, GatewaySamples.ModelPolicy);

    [Fact]
    public void Accepts_servers_without_policies_where_there_is_no_router() => RuleCheck.Accepts(Rule, GatewaySamples.ModelServer, GatewaySamples.ModelService);

    [Fact]
    public void Accepts_what_leads_to_something_else() => RuleCheck.Accepts(
        Rule, GatewaySamples.ModelServer, GatewaySamples.ModelService.With("spec.selector", "{ app: web }").With("spec.type", "LoadBalancer"), Ingress);

    [Theory]
    [InlineData("LoadBalancer")]
    [InlineData("NodePort")]
    public void Rejects_a_service_from_outside(string type) => RuleCheck.Rejects(
        Rule, $"spec.type is '{type}'; allowed: ClusterIP. {Remedy}", GatewaySamples.ModelServer, GatewaySamples.ModelService.With("spec.type", type));

    [Fact]
    public void Rejects_an_address_outside() => RuleCheck.Rejects(
        Rule, $"spec.externalIPs is [203.0.113.1]; allowed: none. {Remedy}", GatewaySamples.ModelServer, GatewaySamples.ModelService.With("spec.externalIPs", "[203.0.113.1]"));

    [Fact]
    public void Rejects_an_ingress() => RuleCheck.Rejects(
        Rule,
        $"spec.rules[0].http.paths[0].backend.service.name is 'qwen'; allowed: the access tier. {Remedy}",
        GatewaySamples.ModelServer, GatewaySamples.ModelService, Ingress);

    [Fact]
    public void Rejects_a_route() => RuleCheck.Rejects(
        Rule, $"spec.rules[0].backendRefs[0].name is 'qwen'; allowed: the access tier. {Remedy}", GatewaySamples.ModelServer, GatewaySamples.ModelService, Route);

    [Fact]
    public void Rejects_no_policy() => RuleCheck.Rejects(
        Rule, $"The NetworkPolicy of the pods is not there; allowed: one that admits the Router and Prometheus. {Remedy}", GatewaySamples.RouterPods, GatewaySamples.ModelServer);

    [Theory]
    [InlineData("[{}]", "spec.ingress[0].from is not set; allowed: pods of the Router and of Prometheus. ")]
    [InlineData("[{ from: [{ podSelector: {} }] }]", "spec.ingress[0].from[0] is an object; allowed: pods of the Router and of Prometheus, by label. ")]
    [InlineData("[{ from: [{ namespaceSelector: {} }] }]", "spec.ingress[0].from[0] is an object; allowed: pods of the Router and of Prometheus, by label. ")]
    [InlineData("[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]", "spec.ingress[0].from[0] is an object; allowed: pods of the Router and of Prometheus, by label. ")]
    [InlineData(
        "[{ from: [{ podSelector: { matchLabels: { app.kubernetes.io/component: assistant } } }] }]",
        "spec.ingress[0].from[0] is an object; allowed: pods of the Router and of Prometheus, by label. ")]
    public void Rejects_a_policy_that_admits_others(string ingress, string message) => RuleCheck.Rejects(
        Rule, message + Remedy, GatewaySamples.RouterPods, GatewaySamples.ModelServer, GatewaySamples.ModelPolicy.With("spec.ingress", ingress));
}
