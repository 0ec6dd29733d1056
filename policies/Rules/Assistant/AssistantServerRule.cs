using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>A rule about the containers that run the assistant.</summary>
internal abstract class AssistantServerRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public sealed override bool AppliesTo(string type) => AssistantServer.MayHaveOne(type);

    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) =>
        report.Each(resource, AssistantServer.Of(resource), server => Check(server, report));

    /// <summary>Checks one container.</summary>
    protected abstract void Check(AssistantServer server, RuleReport report);
}
