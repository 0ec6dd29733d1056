using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Cli.Tests.Checks;

/// <summary>Breaks single things in a graph.</summary>
internal static partial class Breaking
{
    /// <summary>For each place that <paramref name="breakage"/> means, the graph with that place broken and the resource that changed.</summary>
    public static IEnumerable<(IReadOnlyList<PolicyResource> Graph, PolicyResource? Changed, string Where)> Apply(IReadOnlyList<PolicyResource> graph, Breakage breakage)
    {
        var kinds = breakage.Kind.Split(' ');
        foreach (var resource in graph)
        {
            var kind = resource.Objects is [var only] ? only.Kind : resource.Type;
            if (!(kinds[0] == "*" || kinds.Contains(kind)) || !resource.Name.StartsWith(breakage.Name, StringComparison.Ordinal))
            {
                continue;
            }

            if (breakage.Place.Length == 0)
            {
                yield return ([.. graph.Where(r => r != resource)], null, resource.Urn);
                continue;
            }

            if (breakage.Place == Breakage.Everything)
            {
                var other = new PolicyResource(resource.Urn, resource.Type, resource.Name, (PropertyValue.Map)YamlValues.Read("value", breakage.Value!)[0].Value) { Parent = resource.Parent };
                yield return ([.. graph.Select(r => r == resource ? other : r)], other, resource.Urn);
                continue;
            }

            foreach (var (place, properties) in Changes(resource, breakage))
            {
                var changed = new PolicyResource(resource.Urn, resource.Type, resource.Name, properties) { Parent = resource.Parent, Dependencies = resource.Dependencies, IsProtected = resource.IsProtected };
                yield return ([.. graph.Select(r => r == resource ? changed : r)], changed, $"{place} of {resource.Urn}");
            }
        }
    }

    private static IEnumerable<(string Place, PropertyValue.Map Properties)> Changes(PolicyResource resource, Breakage breakage)
    {
        var value = breakage.Value is null ? null : YamlValues.Read("value", breakage.Value) is [var document] ? document.Value : PropertyValue.Nothing;
        var start = resource.Properties;
        var pattern = breakage.Place;
        if (pattern.StartsWith("pod.", StringComparison.Ordinal))
        {
            if (resource.Objects is not [{ Workload: { } workload }])
            {
                yield break;
            }

            (start, pattern) = (workload.Pod, pattern[4..]);
        }

        var flag = "";
        if (pattern.IndexOf(" --", StringComparison.Ordinal) is > 0 and var at)
        {
            (pattern, flag) = (pattern[..at], pattern[(at + 1)..]);
        }

        if (pattern.IndexOf('#', StringComparison.Ordinal) is > 0 and var mark)
        {
            foreach (var text in Places(start, pattern[..mark]).Where(text => text is { IsUnreadable: false, Text.Length: > 0 }))
            {
                var root = JsonNode.Parse(text.Text!)!;
                foreach (var changed in JsonChanges(root, [.. Steps().Matches(pattern[(mark + 1)..]).Select(Step)], breakage.Value))
                {
                    yield return (text.Path, text.Replaced(new PropertyValue.Text(changed))!);
                }
            }

            yield break;
        }

        foreach (var place in Places(start, pattern))
        {
            if (flag.Length > 0)
            {
                var items = place is { IsUnreadable: false } ? place.Items.ToList() : [];
                if (items.Exists(item => item is { IsUnreadable: false, Text: { } text } && (text == flag || text.StartsWith(flag + "=", StringComparison.Ordinal))))
                {
                    yield return (place.Path, place.Replaced(new PropertyValue.List([.. items
                        .Where(item => value is not null || !IsFlag(item, flag))
                        .Select(item => IsFlag(item, flag) ? value! : item.Raw!)]))!);
                }
            }
            else if (place.Replaced(value) is { } properties)
            {
                yield return (place.Path, properties);
            }
        }
    }

    private static bool IsFlag(Property item, string flag) => item is { IsUnreadable: false, Text: { } text } && (text == flag || text.StartsWith(flag + "=", StringComparison.Ordinal));

    // Where nothing stands, a value may be added, but only in what exists: the last step may be missing, those before it not.
    private static List<Property> Places(Property start, string pattern)
    {
        var places = new List<Property> { start };
        var steps = Steps().Matches(pattern).Select(Step).ToList();
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            places = [.. places.SelectMany(place => place.IsUnreadable ? [] : step == "*" ? place.Items : int.TryParse(step, out var at) ? place.Items.Skip(at).Take(1) : [place[step]])];
            if (index < steps.Count - 1)
            {
                places.RemoveAll(place => place.IsUnreadable || place.IsMissing);
            }
        }

        return places;
    }

    private static IEnumerable<string> JsonChanges(JsonNode root, string[] steps, string? value)
    {
        foreach (var (holder, key) in JsonPlaces(root, steps))
        {
            var before = holder is JsonArray array ? array[(int)key] : holder[(string)key];
            Set(holder, key, value is null ? null : JsonNode.Parse(value), value is null);
            yield return root.ToJsonString();
            Set(holder, key, before?.DeepClone(), before is null);
        }
    }

    private static void Set(JsonNode holder, object key, JsonNode? value, bool remove)
    {
        if (holder is JsonArray array)
        {
            array[(int)key] = value;
        }
        else if (remove)
        {
            ((JsonObject)holder).Remove((string)key);
        }
        else
        {
            holder[(string)key] = value;
        }
    }

    private static IEnumerable<(JsonNode Holder, object Key)> JsonPlaces(JsonNode node, string[] steps) => (steps, node) switch
    {
        ([var last], JsonObject) => [(node, last)],
        (["*"], JsonArray array) => [.. Enumerable.Range(0, array.Count).Select(index => (node, (object)index))],
        ([var index, .. var rest], JsonArray array) when int.TryParse(index, out var at) => at < array.Count ? JsonPlaces(array[at]!, rest) : [],
        (["*", .. var rest], JsonArray array) => array.ToList().SelectMany(item => JsonPlaces(item!, rest)),
        ([var step, .. var rest], JsonObject map) when map[step] is { } child => JsonPlaces(child, rest),
        _ => [],
    };

    private static string Step(Match match) => match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["key"].Value;

    [GeneratedRegex(@"\[(?<key>\*|\d+)\]|\[""(?<quoted>[^""]+)""\]|(?<key>[^.\[\]]+)")]
    private static partial Regex Steps();
}
