using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>A rule about the assistant's configuration file.</summary>
internal abstract class AssistantConfigurationRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public sealed override bool AppliesTo(string type) => AssistantServer.MayHaveOne(type);

    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, AssistantConfiguration.Of(resource), configuration =>
    {
        if (configuration.Document is { } document)
        {
            Check(configuration, document, report);
        }
        else
        {
            report.Undecided(resource, $"{configuration.Text.Path} is no JSON5 object");
        }
    });

    /// <summary>Checks one configuration.</summary>
    /// <param name="configuration">Where it stands.</param>
    /// <param name="document">Its content.</param>
    /// <param name="report">Where findings go.</param>
    protected abstract void Check(AssistantConfiguration configuration, Property document, RuleReport report);
}
