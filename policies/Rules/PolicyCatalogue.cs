using System.Reflection;

namespace Clawdbot.Policies.Rules;

/// <summary>
/// All rules. Found by reflection rather than listed, because a rule that somebody forgot to list would be one that silently does not apply.
/// </summary>
internal static class PolicyCatalogue
{
    /// <summary>The rules, sorted by id.</summary>
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PolicyRule)))
            .Select(type => (PolicyRule)Activator.CreateInstance(type)!)
            .OrderBy(rule => rule.Metadata.Id, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, PolicyRule> ById = All.ToDictionary(rule => rule.Metadata.Id, StringComparer.Ordinal);

    /// <summary>The rule called <paramref name="id"/>; null when there is none.</summary>
    public static PolicyRule? Find(string id) => ById.GetValueOrDefault(id);
}
