using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantDirectMessagesTests
{
    private const string Remedy = "Set dmPolicy to pairing or allowlist, name people in allowFrom, and set session.dmScope to per-channel-peer.";

    private const string Place = "data[\"openclaw.json\"]#";

    private static readonly AssistantDirectMessages Rule = new();

    [Fact]
    public void Accepts_people_who_are_named() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration);

    [Fact]
    public void Accepts_one_conversation_of_one_person() =>
        RuleCheck.Accepts(Rule, AssistantSamples.Holding("{ channels: { telegram: { dmPolicy: 'allowlist', allowFrom: ['1'] } }, session: { dmScope: 'main' } }"));

    [Fact]
    public void Rejects_anybody() => RuleCheck.Rejects(
        Rule, $"{Place}.channels.telegram.dmPolicy is 'open'; allowed: pairing, allowlist or disabled. {Remedy}", AssistantSamples.With("dmPolicy: 'allowlist'", "dmPolicy: 'open'"));

    [Fact]
    public void Rejects_a_list_of_everybody() => RuleCheck.Rejects(
        Rule, $"{Place}.channels.telegram.allowFrom is [*]; allowed: people by name. {Remedy}", AssistantSamples.With("['1', '2']", "['*']"));

    [Fact]
    public void Rejects_it_in_an_account() => RuleCheck.Rejects(
        Rule,
        $"{Place}.channels.telegram.accounts.work.dmPolicy is 'open'; allowed: pairing, allowlist or disabled. {Remedy}",
        AssistantSamples.With("telegram: {", "telegram: { accounts: { work: { dmPolicy: 'open' } },"));

    [Fact]
    public void Rejects_it_where_a_channel_has_an_object_for_it() => RuleCheck.Rejects(
        Rule,
        $"{Place}.channels.discord.dm.policy is 'open'; allowed: pairing, allowlist or disabled. {Remedy}",
        AssistantSamples.With("telegram: {", "discord: { dm: { policy: 'open' } }, telegram: {"));

    [Theory]
    [InlineData("dmScope: 'main'", "'main'")]
    [InlineData("", "not set")]
    public void Rejects_one_conversation_of_several_people(string scope, string shown) => RuleCheck.Rejects(
        Rule,
        $"{Place}.session.dmScope is {shown}; allowed: per-channel-peer, per-peer or per-account-channel-peer, where several people write. {Remedy}",
        AssistantSamples.With("dmScope: 'per-channel-peer'", scope));
}
