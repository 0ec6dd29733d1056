using Clawdbot.Policies.Rules.Aws.Account;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Account;

public sealed class ProviderAccountTests
{
    private static readonly ProviderAccount Rule = new();

    private static readonly Sample Provider = Sample.Of("pulumi:providers:aws", """{ region: eu-central-1, allowedAccountIds: '["111122223333"]' }""");

    [Fact]
    public void Accepts_named_accounts() => RuleCheck.Accepts(Rule, Provider, Provider.With("allowedAccountIds", "['111122223333']"));

    [Fact]
    public void Accepts_accounts_that_are_forbidden() => RuleCheck.Accepts(Rule, Provider.Without("allowedAccountIds").With("forbiddenAccountIds", """'["444455556666"]'"""));

    [Fact]
    public void Rejects_any_account() => RuleCheck.Rejects(
        Rule, "allowedAccountIds is not set; allowed: the ids of the accounts that are meant. Name the stack's account in allowedAccountIds.", Provider.Without("allowedAccountIds"));

    [Fact]
    public void Rejects_an_empty_list() => RuleCheck.Rejects(
        Rule, "allowedAccountIds is '[]'; allowed: the ids of the accounts that are meant. Name the stack's account in allowedAccountIds.", Provider.With("allowedAccountIds", "'[]'"));
}
