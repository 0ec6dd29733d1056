using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Snapshots;

/// <summary>
/// Finds resources that an update would delete and make anew because their URN changed: a recorded URN must still exist or be
/// an alias of one that does.
/// </summary>
internal static class UpgradeCheck
{
    /// <summary>The recorded URNs that nothing in <paramref name="plan"/> takes over, sorted.</summary>
    public static IReadOnlyList<string> Lost(IEnumerable<string> recorded, Plan plan)
    {
        var known = plan.Resources.SelectMany(r => r.Options.Aliases.Append(r.Urn)).ToHashSet(StringComparer.Ordinal);
        return [.. recorded.Where(urn => !known.Contains(urn)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The plan's own URNs as the lines of a record.</summary>
    public static string Record(Plan plan) => string.Concat(plan.Resources.Select(r => r.Urn + "\n"));

    /// <summary>The URNs of a record.</summary>
    public static IReadOnlyList<string> Parse(string record) => record.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
