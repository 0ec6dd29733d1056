using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about single Kubernetes objects.</summary>
/// <param name="metadata">What it says of itself.</param>
/// <param name="kinds">The kinds that concern it; none = all.</param>
internal abstract class KubernetesRule(PolicyMetadata metadata, params string[] kinds) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, resource.Objects, item =>
    {
        if (kinds.Length == 0 || kinds.Contains(item.Kind, StringComparer.Ordinal))
        {
            Check(item, report);
        }
    });

    /// <summary>Checks one object.</summary>
    protected abstract void Check(KubernetesObject item, RuleReport report);
}
