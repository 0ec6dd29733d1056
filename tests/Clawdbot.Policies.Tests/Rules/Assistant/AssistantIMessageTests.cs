using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantIMessageTests
{
    private const string Remedy = "Set cliPath to a script that runs imsg on the Mac over ssh, and remoteHost to the Mac; or turn the channel off.";

    private static readonly AssistantIMessage Rule = new();

    [Fact]
    public void Accepts_a_mac() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration);

    [Fact]
    public void Accepts_a_channel_that_is_off() =>
        RuleCheck.Accepts(Rule, AssistantSamples.With("imessage: { enabled: true, cliPath: '/opt/imsg.sh', remoteHost: 'me@mac' }", "imessage: { enabled: false }"));

    [Fact]
    public void Rejects_the_program_of_this_machine() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.channels.imessage.cliPath is 'imsg'; allowed: a script that runs imsg on a Mac over ssh. {Remedy}",
        AssistantSamples.With("/opt/imsg.sh", "imsg"));

    [Fact]
    public void Rejects_no_mac() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.channels.imessage.remoteHost is not set; allowed: the Mac, as user@host. {Remedy}", AssistantSamples.With(", remoteHost: 'me@mac'", ""));

    [Fact]
    public void Rejects_an_account_without_a_mac() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.channels.imessage.accounts.home.remoteHost is not set; allowed: the Mac, as user@host. {Remedy}",
        AssistantSamples.With(", remoteHost: 'me@mac'", ", accounts: { home: {} }"));
}
