using System.Collections.Frozen;

namespace Clawdbot.Policies.Assistant;

/// <summary>An object of the assistant's schema.</summary>
internal sealed class AssistantSchemaObject
{
    /// <summary>Takes the keys, separated by white space.</summary>
    /// <param name="keys">The keys that some safe release has.</param>
    /// <param name="invented">Keys that articles show and no release has; and what is allowed instead.</param>
    public AssistantSchemaObject(string keys, params (string Key, string Replacement)[] invented)
    {
        Keys = keys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        Invented = invented.ToFrozenDictionary(i => i.Key, i => i.Replacement, StringComparer.Ordinal);
    }

    /// <summary>The keys that some safe release has.</summary>
    public FrozenSet<string> Keys { get; }

    /// <summary>Keys that no release has, with what is allowed instead.</summary>
    public FrozenDictionary<string, string> Invented { get; }

    /// <summary>The key that <paramref name="key"/> was probably meant to be; null when none is near.</summary>
    public string? Nearest(string key) => key.Length > 64 ? null : Keys
        .Select(candidate => (Key: candidate, Distance: Distance(candidate, key)))
        .Where(found => found.Distance <= Math.Max(1, Math.Min(3, key.Length / 3)))
        .OrderBy(found => found.Distance).ThenBy(found => found.Key, StringComparer.Ordinal)
        .Select(found => found.Key)
        .FirstOrDefault();

    // Letters to add, remove or replace, whatever their case.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
