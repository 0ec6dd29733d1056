using Clawdbot.Policies.Rules.Aws.Logs;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Logs;

public sealed class LogRetentionTests
{
    private static readonly LogRetention Rule = new();

    private static readonly Sample Group = Sample.Of("aws:cloudwatch/logGroup:LogGroup", "{ name: /app, retentionInDays: 90 }");

    [Fact]
    public void Accepts_a_retention() => RuleCheck.Accepts(Rule, Group, Group.Without("retentionInDays").With("logGroupClass", "DELIVERY"));

    [Fact]
    public void Rejects_silence_because_it_is_for_ever() => RuleCheck.Rejects(Rule, "retentionInDays is not set; allowed: 1 or more. Set retentionInDays.", Group.Without("retentionInDays"));

    [Fact]
    public void Rejects_0_because_it_is_for_ever() => RuleCheck.Rejects(Rule, "retentionInDays is 0; allowed: 1 or more. Set retentionInDays.", Group.With("retentionInDays", "0"));
}
