using Clawdbot.Policies.Rules.Aws.Kms;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Kms;

public sealed class KeyDeletionWindowTests
{
    private static readonly KeyDeletionWindow Rule = new();

    private static readonly Sample Key = Sample.Of("aws:kms/key:Key", "deletionWindowInDays: 30");

    [Fact]
    public void Accepts_a_month() => RuleCheck.Accepts(Rule, Key, Key.Without("deletionWindowInDays"));

    [Fact]
    public void Rejects_a_week() => RuleCheck.Rejects(
        Rule, "deletionWindowInDays is 7; allowed: 14 to 30. Set deletionWindowInDays to 30, or leave it out.", Key.With("deletionWindowInDays", "7"));
}
