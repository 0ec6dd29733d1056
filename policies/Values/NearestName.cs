namespace Clawdbot.Policies.Values;

/// <summary>Finds the name that a person probably meant.</summary>
internal static class NearestName
{
    /// <summary>Longest name that is compared; longer ones are no slip of the fingers, and the comparison takes the product of both lengths.</summary>
    private const int Longest = 80;

    /// <summary>The candidate that is closest to <paramref name="name"/>, within a third of its length in edits; null when none is.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) => Find(name, candidates, Math.Max(1, name.Length / 3));

    /// <summary>The candidate that is closest to <paramref name="name"/>, within <paramref name="limit"/> edits; the first in order among equals, null when none is.</summary>
    public static string? Find(string name, IEnumerable<string> candidates, int limit)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        string? nearest = null;
        var least = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) < least && candidate.Length <= Longest && Distance(name, candidate) is var distance
                && (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0)))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>"Did you mean 'x'?", or null when nothing is close.</summary>
    public static string? Suggestion(string name, IEnumerable<string> candidates) => Find(name, candidates) is { } nearest ? $"Did you mean {ShownValue.Quoted(nearest)}?" : null;

    /// <summary>Insertions, deletions and substitutions between two names; upper and lower case are the same.</summary>
    public static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var substitution = previous[column - 1] + (char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]) ? 0 : 1);
                current[column] = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
