using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantControlUiTests
{
    private const string Remedy = "Set gateway.controlUi.enabled to false, or name the page's own origin and leave the dangerous switches out.";

    private const string Place = "data[\"openclaw.json\"]#.gateway.controlUi";

    private const string Origins = "allowedOrigins: ['https://assistant.example.com']";

    private static readonly AssistantControlUi Rule = new();

    [Fact]
    public void Accepts_an_origin_by_name() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration);

    [Fact]
    public void Accepts_no_page() => RuleCheck.Accepts(Rule, AssistantSamples.With($"enabled: true, {Origins}", "enabled: false, allowedOrigins: ['*']"));

    [Fact]
    public void Rejects_every_origin() => RuleCheck.Rejects(
        Rule, $"{Place}.allowedOrigins is [*]; allowed: origins by name, such as https://assistant.example.com. {Remedy}", AssistantSamples.With(Origins, "allowedOrigins: ['*']"));

    [Fact]
    public void Rejects_no_origin_beyond_loopback() => RuleCheck.Rejects(
        Rule,
        $"{Place}.allowedOrigins is not set; allowed: origins by name, or enabled: false. The page is on by default, and beyond loopback the assistant refuses to start without them. {Remedy}",
        AssistantSamples.With($", {Origins}", ""));

    [Theory]
    [InlineData("allowInsecureAuth")]
    [InlineData("dangerouslyAllowHostHeaderOriginFallback")]
    [InlineData("dangerouslyDisableDeviceAuth")]
    public void Rejects_a_dangerous_switch(string key) =>
        RuleCheck.Rejects(Rule, $"{Place}.{key} is true; allowed: false. {Remedy}", AssistantSamples.With(Origins, $"{Origins}, {key}: true"));
}
