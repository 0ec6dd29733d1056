using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>Short ways through the JSON of an object.</summary>
internal static class Json
{
    /// <summary>What lies at the end of <paramref name="path"/>; null where it breaks off.</summary>
    public static JsonNode? At(this JsonNode? node, params string[] path)
    {
        foreach (var key in path)
            node = node is JsonObject map ? map[key] : null;
        return node;
    }

    /// <summary>The items of the list at <paramref name="path"/>; none where there is no list.</summary>
    public static IEnumerable<JsonNode> List(this JsonNode? node, params string[] path) =>
        node.At(path) is JsonArray list ? list.OfType<JsonNode>() : [];

    /// <summary>The text or the number at <paramref name="path"/>; empty where there is none.</summary>
    public static string Text(this JsonNode? node, params string[] path) => node.At(path) is JsonValue value ? value.ToString() : "";

    /// <summary>Whether <c>true</c> stands at <paramref name="path"/>.</summary>
    public static bool IsTrue(this JsonNode? node, params string[] path) => node.Text(path) == "true";

    /// <summary>The texts of the map at <paramref name="path"/>.</summary>
    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, params string[] path) =>
        node.At(path) is JsonObject map ? map.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "") : new Dictionary<string, string>();

    /// <summary>Everything below <paramref name="node"/> with its path, such as <c>spec.containers[0].image</c>; the node itself has an empty one.</summary>
    public static IEnumerable<(string Path, JsonNode Node)> Walk(this JsonNode node, string path = "")
    {
        yield return (path, node);
        var below = node switch
        {
            JsonObject map => map.Select(pair => (Path: path.Length == 0 ? pair.Key : $"{path}.{pair.Key}", pair.Value)),
            JsonArray list => list.Select((item, index) => (Path: $"{path}[{index}]", Value: item)),
            _ => [],
        };
        foreach (var (at, value) in below)
        {
            if (value is null)
                continue;
            foreach (var found in value.Walk(at))
                yield return found;
        }
    }
}
