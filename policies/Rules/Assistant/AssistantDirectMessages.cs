using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Who may write to the assistant, and whether those who do see each other's conversations.</summary>
internal sealed class AssistantDirectMessages() : AssistantConfigurationRule(new PolicyMetadata("assistant-direct-messages")
{
    Title = "Only people who are named write to the assistant, each in a conversation of their own",
    Description = "Whoever writes to it steers its tools and accounts. By default all direct messages are one conversation, so one person is answered with what another one told.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("B5")],
    Remedy = "Set dmPolicy to pairing or allowlist, name people in allowFrom, and set session.dmScope to per-channel-peer.",
    Url = "https://docs.openclaw.ai/gateway/security",
})
{
    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        var places = document["channels"].Entries.Select(entry => entry.Value)
            .Where(channel => channel.IsMap && channel["enabled"].Flag != false)
            .SelectMany(channel => channel["accounts"].Entries.Select(entry => entry.Value).Where(account => account["enabled"].Flag != false).Prepend(channel))
            .ToList();
        report.Each(configuration.Text.Resource, places, place =>
        {
            // Some channels write it flat, some in an object.
            if (!CheckAccess(place["dmPolicy"], place["allowFrom"], report))
            {
                CheckAccess(place["dm"]["policy"], place["dm"]["allowFrom"], report);
            }
        });

        var scope = document["session"]["dmScope"];
        if (scope.Text is null or "main" && document["session"]["identityLinks"].IsMissing && !AssistantConfiguration.HasOtherFiles(document) && places.Any(HasSeveralPeople))
        {
            report.Violation(scope, "per-channel-peer, per-peer or per-account-channel-peer, where several people write");
        }
    }

    private static bool CheckAccess(Property policy, Property people, RuleReport report)
    {
        if (policy.Text == "open")
        {
            report.Violation(policy, "pairing, allowlist or disabled");
            return true;
        }

        if (policy.Text != "disabled" && people.Items.Any(person => person.Text == "*"))
        {
            report.Violation(people, "people by name");
            return true;
        }

        return false;
    }

    private static bool HasSeveralPeople(Property place) =>
        place["dmPolicy"].Text == "open" || place["dm"]["policy"].Text == "open" || new[] { place["allowFrom"], place["dm"]["allowFrom"] }.Any(people => people.Items.Skip(1).Any());
}
