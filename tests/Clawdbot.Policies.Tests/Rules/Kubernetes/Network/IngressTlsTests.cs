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
