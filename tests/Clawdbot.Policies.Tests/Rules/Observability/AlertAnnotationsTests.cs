using Clawdbot.Policies.Rules.Observability;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Observability;

public sealed class AlertAnnotationsTests
{
    private const string Alert = "spec.groups[0].rules[0]";

    private const string Remedy = "Give the alert the label severity (critical, warning or info) and the annotations summary, description and runbook_url.";

    private static readonly AlertAnnotations Rule = new();

    [Fact]
    public void Accepts_alerts_that_say_all() => RuleCheck.Accepts(Rule, AlertSamples.Rules);

    [Fact]
    public void Accepts_the_severity_of_the_group() =>
        RuleCheck.Accepts(Rule, AlertSamples.Rules.Without($"{Alert}.labels").With("spec.groups[0].labels", "{ severity: warning }"));

    [Theory]
    [InlineData("labels.severity", "null", "not set; allowed: critical, warning, info. ")]
    [InlineData("labels.severity", "page", "'page'; allowed: critical, warning, info. ")]
    [InlineData("labels.severity", "none", "'none'; allowed: critical, warning, info. ")]
    [InlineData("annotations.summary", "null", "not set; allowed: a sentence. ")]
    [InlineData("annotations.description", "''", "''; allowed: a sentence. ")]
    [InlineData("annotations.runbook_url", "null", "not set; allowed: the address of a runbook. ")]
    public void Rejects_an_alert_that_leaves_out(string place, string value, string message) =>
        RuleCheck.Rejects(Rule, $"{Alert}.{place} is {message}{Remedy}", AlertSamples.Rules.With($"{Alert}.{place}", value));
}
