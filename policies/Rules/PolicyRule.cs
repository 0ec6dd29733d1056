using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules;

/// <summary>
/// A rule: about single resources, about a stack as a whole, or both. Rules hold no state, so that resources can be checked at the same time.
/// Most derive from one of the narrower classes beside this one.
/// </summary>
internal abstract class PolicyRule(PolicyMetadata metadata)
{
    /// <summary>What it says of itself.</summary>
    public PolicyMetadata Metadata { get; } = metadata;

    /// <summary>Whether it checks single resources.</summary>
    public virtual bool ChecksResources => true;

    /// <summary>Whether it checks stacks.</summary>
    public virtual bool ChecksStacks => false;

    /// <summary>Whether it can correct properties.</summary>
    public virtual bool Remediates => false;

    /// <summary>Whether resources with the type token <paramref name="type"/> concern it; asked once per type.</summary>
    public virtual bool AppliesTo(string type) => true;

    /// <summary>Checks one resource.</summary>
    public virtual void Check(PolicyResource resource, RuleReport report)
    {
    }

    /// <summary>Checks how the resources of a stack fit together.</summary>
    public virtual void Check(PolicyStack stack, RuleReport report)
    {
    }

    /// <summary>The properties of <paramref name="resource"/> as they should be; null when nothing is to be changed. Only safe corrections are made: such as nothing depends on.</summary>
    public virtual PropertyValue.Map? Remediate(PolicyResource resource) => null;
}
