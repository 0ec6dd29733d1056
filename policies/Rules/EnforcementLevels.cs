namespace Clawdbot.Policies.Rules;

/// <summary>The levels' names in files.</summary>
internal static class EnforcementLevels
{
    /// <summary>The names, in the order of the numbers.</summary>
    public static readonly IReadOnlyList<string> Names = ["advisory", "mandatory", "disabled", "remediate"];

    /// <summary>The name of <paramref name="level"/>.</summary>
    public static string Name(EnforcementLevel level) => Names[(int)level];

    /// <summary>The level called <paramref name="name"/>; null when there is none.</summary>
    public static EnforcementLevel? Find(string name) => Names.IndexOf(name) is >= 0 and var index ? (EnforcementLevel)index : null;

    private static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
