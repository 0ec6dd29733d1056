using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>Which resource of one side is which of the other.</summary>
/// <param name="Both">Pairs, in the order of the new side.</param>
/// <param name="Added">Only on the new side.</param>
/// <param name="Removed">Only on the old side.</param>
internal sealed record Pairing(IReadOnlyList<(PlanResource Before, PlanResource After)> Both, IReadOnlyList<PlanResource> Added, IReadOnlyList<PlanResource> Removed)
{
    /// <summary>Pairs as the engine does: by URN, and then by the aliases of the new side. A URN counts before an alias, and each old resource is taken once.</summary>
    public static Pairing ByUrn(IReadOnlyCollection<PlanResource> before, IReadOnlyCollection<PlanResource> after)
    {
        var left = before.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var found = new Dictionary<string, PlanResource>(StringComparer.Ordinal);
        foreach (var resource in after)
        {
            if (left.Remove(resource.Urn, out var same))
            {
                found.Add(resource.Urn, same);
            }
        }

        foreach (var resource in after.Where(resource => !found.ContainsKey(resource.Urn)))
        {
            foreach (var alias in resource.Options.Aliases)
            {
                if (left.Remove(alias, out var renamed))
                {
                    found.Add(resource.Urn, renamed);
                    break;
                }
            }
        }

        return new Pairing(
            [.. after.Where(resource => found.ContainsKey(resource.Urn)).Select(resource => (found[resource.Urn], resource))],
            [.. after.Where(resource => !found.ContainsKey(resource.Urn))],
            [.. before.Where(resource => left.ContainsKey(resource.Urn))]);
    }

    /// <summary>The new URN of each old resource that has another one now.</summary>
    public Dictionary<string, string> Renamed() => Both.Where(pair => pair.Before.Urn != pair.After.Urn)
        .ToDictionary(pair => pair.Before.Urn, pair => pair.After.Urn, StringComparer.Ordinal);
}
