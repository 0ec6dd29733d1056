using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about how the resources of a stack fit together, and about nothing else.</summary>
internal abstract class StackRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public sealed override bool ChecksResources => false;

    /// <inheritdoc/>
    public sealed override bool ChecksStacks => true;

    /// <inheritdoc/>
    public sealed override bool AppliesTo(string type) => false;

    /// <inheritdoc/>
    public abstract override void Check(PolicyStack stack, RuleReport report);
}
