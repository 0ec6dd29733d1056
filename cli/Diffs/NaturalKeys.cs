using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>Finds the field by which the objects of a list are told apart, so that one added container is one change and not ten.</summary>
internal static class NaturalKeys
{
    /// <summary>
    /// In the order of preference. Kubernetes merges most of its lists by one of the first ones (x-kubernetes-list-map-keys of its API);
    /// the others are those of Prometheus rules, of AWS and of Docker.
    /// </summary>
    private static readonly string[] Fields =
    [
        "name", "key", "label", "mountPath", "topologyKey", "deviceName", "alert", "record", "containerPort", "port", "target", "internal", "ip", "domain", "type",
    ];

    /// <summary>The first field that names every object on both sides, each once; null when there is none.</summary>
    public static string? Of(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after)
    {
        if ((before.Length == 0 && after.Length == 0) || !before.All(IsMap) || !after.All(IsMap))
        {
            return null;
        }

        return Fields.FirstOrDefault(field => Names(before, field) && Names(after, field));
    }

    /// <summary>The name of an object by its field.</summary>
    public static string? Name(PlanValue item, string field) => (item as PlanValue.Map)?.Find(field) switch
    {
        PlanValue.Text text => text.Value,
        PlanValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsMap(PlanValue value) => value is PlanValue.Map;

    private static bool Names(ImmutableArray<PlanValue> items, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.All(item => Name(item, field) is { } name && seen.Add(name));
    }
}
