using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>iMessage in a container: only through a Mac.</summary>
internal sealed class AssistantIMessage() : AssistantConfigurationRule(new PolicyMetadata("assistant-imessage")
{
    Title = "iMessage goes through a Mac",
    Description = "iMessage does not exist on Linux. Without a Mac that is signed in and reached over ssh, the channel is on and silent.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("A5")],
    Remedy = "Set cliPath to a script that runs imsg on the Mac over ssh, and remoteHost to the Mac; or turn the channel off.",
    Url = "https://docs.openclaw.ai/channels/imessage",
})
{
    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var channel = document["channels"]["imessage"];
        if (channel.IsMissing || channel["enabled"].Flag == false)
        {
            return;
        }

        var accounts = channel["accounts"].Entries.Select(entry => entry.Value).Where(account => account["enabled"].Flag != false).ToList();
        foreach (var account in accounts.Count > 0 ? accounts : [channel])
        {
            // What an account does not say, the channel says.
            Check("cliPath", path => path is { Length: > 0 } && path != "imsg", "a script that runs imsg on a Mac over ssh");
            Check("remoteHost", host => host is { Length: > 0 }, "the Mac, as user@host");

            void Check(string key, Func<string?, bool> isGood, string allowed)
            {
                var at = account[key].Exists ? account[key] : channel[key];
                if (!isGood(at.Text))
                {
                    report.Violation(at.Exists ? at : account[key], allowed);
                }
            }
        }
    }
}
