using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about single resources of certain types.</summary>
/// <param name="metadata">What it says of itself.</param>
/// <param name="types">The type tokens, for example <c>aws:eks/cluster:Cluster</c>.</param>
internal abstract class ResourceRule(PolicyMetadata metadata, params string[] types) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public sealed override bool AppliesTo(string type) => types.Contains(type, StringComparer.Ordinal);

    /// <inheritdoc/>
    public abstract override void Check(PolicyResource resource, RuleReport report);
}
