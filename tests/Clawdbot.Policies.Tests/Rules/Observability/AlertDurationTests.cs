using Clawdbot.Policies.Rules.Observability;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Observability;

public sealed class AlertDurationTests
{
    private const string For = "spec.groups[0].rules[0].for";

    private static readonly AlertDuration Rule = new();

    [Fact]
    public void Accepts_alerts_that_wait() => RuleCheck.Accepts(Rule, AlertSamples.Rules);

    [Fact]
    public void Accepts_what_is_for_the_record() => RuleCheck.Accepts(Rule, AlertSamples.Rules.Without(For).With("spec.groups[0].rules[0].labels.severity", "info"));

    [Theory]
    [InlineData("null", "not set")]
    [InlineData("0s", "'0s'")]
    [InlineData("30s", "'30s'")]
    [InlineData("0", "0")]
    [InlineData("soon", "'soon'")]
    public void Rejects_alerts_that_do_not(string value, string shown) =>
        RuleCheck.Rejects(Rule, $"{For} is {shown}; allowed: 60s or more. Set `for` to two scrape intervals or more.", AlertSamples.Rules.With(For, value));
}
