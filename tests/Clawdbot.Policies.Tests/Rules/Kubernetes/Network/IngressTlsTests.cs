using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class IngressTlsTests
{
    private const string Remedy = "Add the host to spec.tls with the Secret of its certificate, or use an HTTPS listener.";

    private static readonly Sample Ingress = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: web, namespace: shop }
        spec:
          tls:
            - { hosts: [web.example.com], secretName: web-tls }
          rules:
            - host: web.example.com
        """);

    private static readonly Sample Gateway = Sample.Manifest("""
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: { name: web, namespace: shop }
        spec:
          listeners:
            - { name: http, port: 80, protocol: HTTP }
            - { name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: web-tls }] } }
        """);

    private static readonly IngressTls Rule = new();

    [Fact]
    public void Accepts_a_host_with_a_certificate() => RuleCheck.Accepts(Rule, Ingress);

    [Fact]
    public void Rejects_an_ingress_that_leaves_people_on_http() => RuleCheck.Rejects(
        Rule,
        $"metadata.annotations[\"nginx.ingress.kubernetes.io/ssl-redirect\"] is 'false'; allowed: true, so that nobody stays on HTTP. {Remedy}",
        Ingress.With("metadata.annotations", "{ nginx.ingress.kubernetes.io/ssl-redirect: 'false' }"));

    [Theory]
    [InlineData("{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: g }, spec: { servers: [{ port: { number: 80, protocol: HTTP } }] } }", "spec.servers[0].port.protocol is 'HTTP'; allowed: HTTPS, or HTTP with tls.httpsRedirect.")]
    [InlineData("{ apiVersion: traefik.io/v1alpha1, kind: IngressRoute, metadata: { name: g }, spec: { entryPoints: [web], routes: [{ match: a }] } }", "spec.tls is not set; allowed: TLS.")]
    [InlineData("{ apiVersion: route.openshift.io/v1, kind: Route, metadata: { name: g }, spec: { host: a.example.com } }", "spec.tls is not set; allowed: TLS.")]
    public void Rejects_other_routes_without_tls(string text, string message) => RuleCheck.Rejects(Rule, $"{message} {Remedy}", Sample.Manifest(text));

    [Theory]
    [InlineData("{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: g }, spec: { servers: [{ port: { protocol: HTTP } }, { port: { protocol: HTTPS } }] } }")]
    [InlineData("{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: g }, spec: { servers: [{ port: { protocol: HTTP }, tls: { httpsRedirect: true } }, { port: { protocol: TCP } }] } }")]
    [InlineData("{ apiVersion: traefik.io/v1alpha1, kind: IngressRoute, metadata: { name: g }, spec: { entryPoints: [websecure] } }")]
    [InlineData("{ apiVersion: traefik.io/v1alpha1, kind: IngressRoute, metadata: { name: g }, spec: { entryPoints: [web], routes: [{ middlewares: [{ name: redirect-https }] }] } }")]
    [InlineData("{ apiVersion: route.openshift.io/v1, kind: Route, metadata: { name: g }, spec: { tls: { termination: edge } } }")]
    [InlineData("{ apiVersion: serving.knative.dev/v1, kind: Route, metadata: { name: g }, spec: { traffic: [] } }")]
    public void Accepts_other_routes(string text) => RuleCheck.Accepts(Rule, Sample.Manifest(text));

    [Fact]
    public void Accepts_a_wildcard() => RuleCheck.Accepts(Rule, Ingress.With("spec.tls[0].hosts", "['*.example.com']"));

    [Fact]
    public void Accepts_an_entry_for_all_hosts() => RuleCheck.Accepts(Rule, Ingress.With("spec.tls", "[{ secretName: web-tls }]"));

    [Fact]
    public void Accepts_the_certificate_of_a_cloud() => RuleCheck.Accepts(
        Rule, Ingress.Without("spec.tls").With("metadata.annotations", "alb.ingress.kubernetes.io/certificate-arn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a'"));

    [Fact]
    public void Rejects_an_ingress_without_tls() => RuleCheck.Rejects(Rule, $"spec.tls is not set; allowed: an entry for each host. {Remedy}", Ingress.Without("spec.tls"));

    [Fact]
    public void Rejects_a_host_that_is_left_out() => RuleCheck.Rejects(
        Rule, $"spec.rules[0].host is 'web.example.org'; allowed: a host that an entry of spec.tls covers. {Remedy}", Ingress.With("spec.rules[0].host", "web.example.org"));

    [Fact]
    public void Accepts_a_listener_that_redirects_beside_one_with_tls() => RuleCheck.Accepts(Rule, Gateway);

    [Fact]
    public void Rejects_a_listener_without_tls() => RuleCheck.Rejects(
        Rule,
        $"spec.listeners[0].protocol is 'HTTP'; allowed: HTTPS, or HTTP beside an HTTPS listener of the same host. {Remedy}",
        Gateway.With("spec.listeners", "[{ name: http, port: 80, protocol: HTTP }]"));

    [Fact]
    public void Rejects_a_listener_of_another_host() => RuleCheck.Rejects(
        Rule,
        $"spec.listeners[0].protocol is 'HTTP'; allowed: HTTPS, or HTTP beside an HTTPS listener of the same host. {Remedy}",
        Gateway.With("spec.listeners[0].hostname", "other.example.com").With("spec.listeners[1].hostname", "web.example.com"));

    [Fact]
    public void Leaves_kinds_of_the_same_name_alone() => RuleCheck.Accepts(Rule, Sample.Manifest("{ apiVersion: config.openshift.io/v1, kind: Ingress, metadata: { name: cluster } }"));

    [Fact]
    public void Cannot_decide_an_unknown_host() => RuleCheck.CannotDecide(Rule, "spec.rules[0].host is known only after the deployment", Ingress.WithUnknown("spec.rules[0].host"));
}
