using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>Takes the values out of an object that must not or cannot be written, and remembers where they were.</summary>
internal sealed class Redaction
{
    private readonly List<string> _secretPaths = [];
    private readonly List<string> _unknownPaths = [];

    /// <summary>Paths of secret values, in document order.</summary>
    public ImmutableArray<string> SecretPaths => [.. _secretPaths];

    /// <summary>Paths of values that only the deployment produces, in document order.</summary>
    public ImmutableArray<string> UnknownPaths => [.. _unknownPaths];

    /// <summary>A copy of <paramref name="map"/> with only writable values.</summary>
    public PlanValue.Map Apply(PlanValue.Map map) => Map(map, "");

    private PlanValue? Value(PlanValue value, string path)
    {
        switch (value)
        {
            case PlanValue.Secret { Keys.IsEmpty: false } secret:
                _secretPaths.AddRange(secret.Keys.Select(key => Child(path, key)));
                return null;
            case PlanValue.Secret or PlanValue.Hidden:
                _secretPaths.Add(path);
                return null;
            case PlanValue.Unknown or PlanValue.Reference or PlanValue.Asset:
                _unknownPaths.Add(path);
                return null;
            case PlanValue.Map map:
                return Map(map, path);
            case PlanValue.List list:
                return new PlanValue.List([.. list.Items
                    .Select((item, i) => Value(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))
                    .OfType<PlanValue>()]);
            default:
                return value;
        }
    }

    private PlanValue.Map Map(PlanValue.Map map, string path)
    {
        var entries = map.Entries
            .Select(e => (e.Key, Value: Value(e.Value, Child(path, e.Key))))
            .Where(e => e.Value is not null)
            .Select(e => KeyValuePair.Create(e.Key, e.Value!))
            .ToImmutableArray();
        if (map.UnknownEntries > 0)
        {
            _unknownPaths.Add($"{path}[*]");
        }

        return new PlanValue.Map(entries);
    }

    // Keys with dots or brackets (annotations, file names) are quoted as in JSONPath, so that a path names one place only.
    private static string Child(string path, string key)
    {
        var plain = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return !plain ? $"{path}['{key}']" : path.Length == 0 ? key : $"{path}.{key}";
    }
}
