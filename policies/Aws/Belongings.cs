using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Aws;

/// <summary>
/// Which of some owners (VPCs, buckets) have none of some parts (flow logs, policies) in the same stack. The name of the owner is often known only after the
/// deployment, so a dependency counts as much as the name; and a part of nobody known is given the benefit of the doubt.
/// </summary>
internal static class Belongings
{
    /// <summary>The owners that surely have none, in their order.</summary>
    /// <param name="owners">The owners.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="key">The property of a part that names its owner.</param>
    /// <param name="names">The properties of an owner that are its name.</param>
    public static IReadOnlyList<PolicyResource> Without(IReadOnlyList<PolicyResource> owners, IReadOnlyList<PolicyResource> parts, string key, params string[] names)
    {
        var byName = new Dictionary<string, PolicyResource>(StringComparer.Ordinal);
        var byUrn = new Dictionary<string, PolicyResource>(StringComparer.Ordinal);
        var anonymous = false;
        foreach (var owner in owners)
        {
            byUrn.TryAdd(owner.Urn, owner);
            anonymous |= !names.Any(name => !owner[name].IsUnreadable && owner[name].Exists);
            foreach (var name in names)
            {
                if (owner[name] is { IsUnreadable: false, Text: { Length: > 0 } text })
                {
                    byName.TryAdd(text, owner);
                }
            }
        }

        var served = new HashSet<PolicyResource>(ReferenceEqualityComparer.Instance);
        var stray = false;
        foreach (var part in parts)
        {
            var name = part[key];
            var named = name is { IsUnreadable: false, Text: { } text } && byName.TryGetValue(text, out var match) ? match : null;
            PolicyResource[] found = named is not null ? [named] : [.. part.Dependencies.Where(byUrn.ContainsKey).Select(urn => byUrn[urn])];
            served.UnionWith(found);
            stray |= found.Length == 0 && (anonymous || name.IsUnreadable);
        }

        return stray ? [] : [.. owners.Where(owner => !served.Contains(owner))];
    }
}
