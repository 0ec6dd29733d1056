using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>Compares the settings of one resource, part by part. Values that cannot be compared are listed apart; they count neither as equal nor as changed.</summary>
/// <param name="currentUrn">The new URN of a resource that was renamed; others as they are.</param>
/// <param name="marksAreAbsent">Whether the old side was written without its secret and unknown values, as manifests are.</param>
internal sealed class ValueDiff(Func<string, string> currentUrn, bool marksAreAbsent)
{
    private readonly List<Difference> _differences = [];
    private readonly List<Uncompared> _uncompared = [];

    /// <summary>What differs, in the order of the settings.</summary>
    public IReadOnlyList<Difference> Differences => _differences;

    /// <summary>What cannot be compared, in the order of the settings.</summary>
    public IReadOnlyList<Uncompared> Uncompared => _uncompared;

    /// <summary>Compares two values at a path; null stands for a setting that is not there.</summary>
    public void Compare(PlanValue? before, PlanValue? after, ImmutableArray<string> path)
    {
        switch (before, after)
        {
            case (null, null):
                break;
            case (PlanValue.Secret old, PlanValue.Secret now):
                CompareSecrets(old, now, path);
                break;
            case (null, PlanValue.Secret { Keys.IsEmpty: false } now) when marksAreAbsent:
                CompareSecrets(new PlanValue.Secret([]), now, path);
                break;
            case (PlanValue.Map old, PlanValue.Secret { Keys.IsEmpty: false } now) when marksAreAbsent:
                CompareSecrets(new PlanValue.Secret([.. old.Entries.Select(entry => entry.Key)]), now, path);
                break;
            case (PlanValue.Hidden, PlanValue.Hidden):
                _uncompared.Add(new Uncompared(path, "secret"));
                break;
            case (PlanValue.Unknown, PlanValue.Unknown):
                _uncompared.Add(new Uncompared(path, "unknown"));
                break;
            case (PlanValue.Asset old, PlanValue.Asset now) when old == now:
                _uncompared.Add(new Uncompared(path, "content"));
                break;
            case (_, not null) when marksAreAbsent && IsMark(after):
                _uncompared.Add(new Uncompared(path, after is PlanValue.Unknown or PlanValue.Reference or PlanValue.Asset ? "unknown" : "secret"));
                break;
            case (PlanValue.Reference old, PlanValue.Reference now) when currentUrn(old.Urn) == now.Urn:
                break;
            case (PlanValue.Map old, PlanValue.Map now):
                CompareMaps(old, now, path);
                break;
            case (PlanValue.List old, PlanValue.List now):
                CompareLists(old.Items, now.Items, path);
                break;
            default:
                if (before is null || !before.Equals(after))
                {
                    _differences.Add(new Difference(path, before, after));
                }

                break;
        }
    }

    private static bool IsMark(PlanValue value) =>
        value is PlanValue.Secret or PlanValue.Hidden or PlanValue.Unknown or PlanValue.Reference or PlanValue.Asset;

    private void CompareSecrets(PlanValue.Secret before, PlanValue.Secret after, ImmutableArray<string> path)
    {
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Keys.Contains(key), after.Keys.Contains(key));
            if (old && now)
            {
                _uncompared.Add(new Uncompared(path.Add(key), "secret"));
            }
            else
            {
                _differences.Add(new Difference(path.Add(key), old ? PlanValue.Secret.Opaque : null, now ? PlanValue.Secret.Opaque : null));
            }
        }

        if (before.Keys.IsEmpty && after.Keys.IsEmpty)
        {
            _uncompared.Add(new Uncompared(path, "secret"));
        }
    }

    // Both sides are sorted by key.
    private void CompareMaps(PlanValue.Map before, PlanValue.Map after, ImmutableArray<string> path)
    {
        var (i, j) = (0, 0);
        while (i < before.Entries.Length || j < after.Entries.Length)
        {
            var order = i == before.Entries.Length ? 1 : j == after.Entries.Length ? -1
                : string.CompareOrdinal(before.Entries[i].Key, after.Entries[j].Key);
            var key = order <= 0 ? before.Entries[i].Key : after.Entries[j].Key;
            var old = order <= 0 ? before.Entries[i++].Value : null;
            var now = order >= 0 ? after.Entries[j++].Value : null;
            Compare(old, now, path.Add(key));
        }
    }

    private void CompareLists(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after, ImmutableArray<string> path)
    {
        var name = path.IsEmpty ? "" : path[^1];
        if (ArgumentList.IsArguments(name, before, after))
        {
            var count = _differences.Count;
            CompareTables(ArgumentList.Arguments(before), ArgumentList.Arguments(after), path);
            if (count == _differences.Count && !before.SequenceEqual(after))
            {
                _differences.Add(new Difference(path.Add("[spelling]"), new PlanValue.List(before), new PlanValue.List(after)));
            }
        }
        else if (ArgumentList.IsVariables(name, before, after))
        {
            CompareTables(ArgumentList.Variables(before), ArgumentList.Variables(after), path);
        }
        else if (NaturalKeys.Of(before, after) is { } field)
        {
            CompareNamed(before, after, field, path);
        }
        else
        {
            ComparePlaces(before, after, path);
        }
    }

    private void CompareNamed(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after, string field, ImmutableArray<string> path)
    {
        if (Renamed(before, after, field) is { } place)
        {
            Compare(before[place], after[place], path.Add(PropertyPath.Element(NaturalKeys.Name(before[place], field)!)));
            return;
        }

        CompareTables(Table(before), Table(after), path);

        List<KeyValuePair<string, PlanValue>> Table(ImmutableArray<PlanValue> items) =>
            [.. items.Select(item => KeyValuePair.Create(NaturalKeys.Name(item, field)!, item))];
    }

    /// <summary>The place of the only object that differs, when nothing but its name does: it was renamed, not exchanged.</summary>
    private static int? Renamed(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after, string field)
    {
        if (before.Length != after.Length)
        {
            return null;
        }

        var places = Enumerable.Range(0, before.Length).Where(i => NaturalKeys.Name(before[i], field) != NaturalKeys.Name(after[i], field)).Take(2).ToList();
        return places is [var place]
            && before.All(item => NaturalKeys.Name(item, field) != NaturalKeys.Name(after[place], field))
            && Without(before[place]).Equals(Without(after[place]))
            && before.Where((_, i) => i != place).SequenceEqual(after.Where((_, i) => i != place))
            ? place
            : null;

        PlanValue.Map Without(PlanValue item) => new([.. ((PlanValue.Map)item).Entries.Where(entry => entry.Key != field)]);
    }

    private void CompareTables(List<KeyValuePair<string, PlanValue>> before, List<KeyValuePair<string, PlanValue>> after, ImmutableArray<string> path)
    {
        var now = after.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var old = before.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in before)
        {
            Compare(value, now.GetValueOrDefault(key), path.Add(PropertyPath.Element(key)));
        }

        foreach (var (key, value) in after.Where(entry => !old.Contains(entry.Key)))
        {
            Compare(null, value, path.Add(PropertyPath.Element(key)));
        }

        var stayed = before.Select(entry => entry.Key).Where(now.ContainsKey).ToList();
        var order = after.Select(entry => entry.Key).Where(old.Contains).ToList();
        if (!stayed.SequenceEqual(order, StringComparer.Ordinal))
        {
            _differences.Add(new Difference(path.Add("[order]"), Texts(stayed), Texts(order)));
        }
    }

    private void ComparePlaces(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after, ImmutableArray<string> path)
    {
        if (marksAreAbsent && before.Length < after.Length)
        {
            after = [.. after.Where(item => !IsMark(item))];
        }

        var (start, end) = (0, 0);
        var shorter = Math.Min(before.Length, after.Length);
        if (before.Length != after.Length)
        {
            while (start < shorter && before[start].Equals(after[start]))
            {
                start++;
            }

            while (end < shorter - start && before[^(end + 1)].Equals(after[^(end + 1)]))
            {
                end++;
            }

            // Neither side's middle is empty: which element became which cannot be told.
            if (start + end < shorter)
            {
                _differences.Add(new Difference(path, new PlanValue.List(before), new PlanValue.List(after)));
                return;
            }
        }

        for (var i = start; i < Math.Max(before.Length, after.Length) - end; i++)
        {
            var place = path.Add(PropertyPath.Element(i.ToString(CultureInfo.InvariantCulture)));
            Compare(i < before.Length - end ? before[i] : null, i < after.Length - end ? after[i] : null, place);
        }

        // What stayed holds values that look the same and cannot be compared.
        for (var i = 0; before.Length != after.Length && i < before.Length; i++)
        {
            if (i < start || i >= before.Length - end)
            {
                var shifted = i < start ? i : i + after.Length - before.Length;
                Compare(before[i], after[shifted], path.Add(PropertyPath.Element(shifted.ToString(CultureInfo.InvariantCulture))));
            }
        }
    }

    private static PlanValue.List Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new PlanValue.Text(text))]);
}
