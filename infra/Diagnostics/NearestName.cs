namespace Clawdbot.Infra.Diagnostics;

/// <summary>Finds the name that a person probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate closest to <paramref name="name"/>, upper and lower case taken as equal; null when none is close.
    /// "Close" is at most a third of the name's length in edits (one at least), so that short names do not match everything.
    /// Among equally close candidates the first in ordinal order wins.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        var limit = Math.Max(1, name.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>"Did you mean 'x'? " (with the trailing space), or the empty string when nothing is close.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string Suggestion(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    /// <summary>
    /// Edits between two names, ignoring case: insertion, deletion, substitution, or swapping two neighbours
    /// (the optimal string alignment distance).
    /// </summary>
    /// <param name="left">One name.</param>
    /// <param name="right">The other name.</param>
    /// <returns>0 when they differ in case only; at most the length of the longer one.</returns>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var edits = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            edits[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            edits[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                var best = Math.Min(
                    Math.Min(edits[row - 1, column] + 1, edits[row, column - 1] + 1),
                    edits[row - 1, column - 1] + cost);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                    best = Math.Min(best, edits[row - 2, column - 2] + 1);
                edits[row, column] = best;
            }
        }
        return edits[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
