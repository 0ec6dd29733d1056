namespace Clawdbot.Policies.Values;

/// <summary>Finds the name that a person probably meant.</summary>
internal static class NearestName
{
    /// <summary>"Did you mean 'x'? " with the blank at its end, or nothing when no candidate is within a third of the name's length in edits.</summary>
    public static string Suggestion(string name, IEnumerable<string> candidates) => Find(name, candidates) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    /// <summary>The nearest candidate; null when none is near. Of equally near ones the first in ordinal order.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) => Find(name, candidates, Math.Max(1, name.Length / 3));

    /// <summary>The nearest candidate within <paramref name="limit"/> edits; null when none is near. Of equally near ones the first in ordinal order.</summary>
    public static string? Find(string name, IEnumerable<string> candidates, int limit)
    {
        // A name of thousands of characters was not meant to be one of ours.
        limit = name.Length > 200 ? -1 : limit;
        return candidates
            .Select(candidate => (candidate, distance: Math.Abs(candidate.Length - name.Length) > limit ? int.MaxValue : Distance(name, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that make one name of the other, upper and lower case taken as equal.</summary>
    public static int Distance(string left, string right)
    {
        var edits = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            edits[row, 0] = row;
        }

        for (var column = 0; column <= right.Length; column++)
        {
            edits[0, column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                edits[row, column] = Math.Min(Math.Min(edits[row - 1, column] + 1, edits[row, column - 1] + 1), edits[row - 1, column - 1] + cost);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                {
                    edits[row, column] = Math.Min(edits[row, column], edits[row - 2, column - 2] + 1);
                }
            }
        }

        return edits[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
