using Clawdbot.Policies.Rules.Aws.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Network;

public sealed class LoadBalancerTlsTests
{
    private const string Remedy = "Use HTTPS with sslPolicy ELBSecurityPolicy-TLS13-1-2-Res-2021-06 or newer, and redirect HTTP to it.";

    private static readonly LoadBalancerTls Rule = new();

    private static readonly Sample Https = Sample.Of(
        "aws:lb/listener:Listener", "{ port: 443, protocol: HTTPS, sslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-2021-06, defaultActions: [{ type: forward, targetGroupArn: t }] }");

    private static readonly Sample Http = Sample.Of(
        "aws:lb/listener:Listener", "{ port: 80, protocol: HTTP, defaultActions: [{ type: redirect, redirect: { port: '443', protocol: HTTPS, statusCode: HTTP_301 } }] }");

    [Fact]
    public void Accepts_HTTPS_and_the_way_there() => RuleCheck.Accepts(
        Rule, Https, Http, Https.With("protocol", "TCP").Without("sslPolicy"), Https.With("sslPolicy", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09"));

    [Fact]
    public void Rejects_HTTP() => RuleCheck.Rejects(
        Rule, $"protocol is 'HTTP'; allowed: 'HTTPS', or 'HTTP' with a redirect to it. {Remedy}", Http.With("defaultActions", "[{ type: forward, targetGroupArn: t }]"));

    [Fact]
    public void Rejects_HTTP_that_only_the_port_tells() => RuleCheck.Rejects(
        Rule, $"protocol is not set; allowed: 'HTTPS', or 'HTTP' with a redirect to it. {Remedy}",
        Http.With("defaultActions", "[{ type: forward, targetGroupArn: t }]").Without("protocol"));

    [Fact]
    public void Rejects_a_redirect_to_HTTP() => RuleCheck.Rejects(
        Rule, $"defaultActions[0].redirect.protocol is 'HTTP'; allowed: 'HTTPS'. {Remedy}", Http.With("defaultActions[0].redirect.protocol", "HTTP"));

    [Fact]
    public void Rejects_an_old_policy() => RuleCheck.Rejects(
        Rule, $"sslPolicy is 'ELBSecurityPolicy-TLS13-1-0-2021-06'; allowed: a policy whose oldest protocol is TLS 1.2. {Remedy}",
        Https.With("sslPolicy", "ELBSecurityPolicy-TLS13-1-0-2021-06"));

    [Fact]
    public void Rejects_the_default_policy() => RuleCheck.Rejects(
        Rule, $"sslPolicy is not set; allowed: a policy whose oldest protocol is TLS 1.2. Without one the default still speaks TLS 1.0. {Remedy}", Https.Without("sslPolicy"));

    [Fact]
    public void Rejects_HTTP_of_a_classic_load_balancer() => RuleCheck.Rejects(
        Rule, $"listeners[0].lbProtocol is 'http'; allowed: 'https', 'ssl' or 'tcp'. {Remedy}",
        Sample.Of("aws:elb/loadBalancer:LoadBalancer", "listeners: [{ lbPort: 80, lbProtocol: http, instancePort: 80, instanceProtocol: http }]"));
}
