using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantAuthenticationTests
{
    private const string Remedy =
        "Set gateway.auth.mode to token and gateway.auth.token to ${OPENCLAW_GATEWAY_TOKEN}, and give the container that variable from a Secret.";

    private const string Token = ", token: '${OPENCLAW_GATEWAY_TOKEN}'";

    private static readonly AssistantAuthentication Rule = new();

    [Fact]
    public void Accepts_a_token_from_a_variable() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration, AssistantSamples.Deployment, AssistantSamples.Docker);

    [Fact]
    public void Accepts_a_token_that_only_the_container_has() => RuleCheck.Accepts(Rule, AssistantSamples.With(Token, ""), AssistantSamples.Deployment);

    [Fact]
    public void Accepts_a_reference_to_a_secret() => RuleCheck.Accepts(Rule, AssistantSamples.With(Token, ", token: { source: 'env', id: 'X' }"), AssistantSamples.Deployment);

    [Fact]
    public void Rejects_no_authentication() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.auth.mode is 'none'; allowed: token, password or trusted-proxy. {Remedy}", AssistantSamples.With("mode: 'token'", "mode: 'none'"));

    [Fact]
    public void Rejects_a_token_in_the_file() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.gateway.auth.token is a text that everybody who reads the object knows; allowed: a reference such as ${{OPENCLAW_GATEWAY_TOKEN}}. {Remedy}",
        AssistantSamples.With("${OPENCLAW_GATEWAY_TOKEN}", "s3cret"));

    [Fact]
    public void Rejects_a_token_that_is_nowhere() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.gateway.auth.token is not set; allowed: a reference to a variable. {Remedy}",
        AssistantSamples.With(Token, ""), AssistantSamples.Deployment.Without("spec.template.spec.containers[0].env"));

    [Fact]
    public void Rejects_a_proxy_that_is_not_named()
    {
        var findings = RuleCheck.Run(Rule, AssistantSamples.With($"mode: 'token'{Token}", "mode: 'trusted-proxy'"));
        Assert.Equal(
            [
                $"data[\"openclaw.json\"]#.gateway.trustedProxies is not set; allowed: the addresses of the proxy. {Remedy}",
                $"data[\"openclaw.json\"]#.gateway.auth.trustedProxy.userHeader is not set; allowed: the header in which the proxy names the user. {Remedy}",
            ],
            findings.Violations.Select(v => v.Message));
    }
}
