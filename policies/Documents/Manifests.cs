using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>Reads Kubernetes manifests: several documents in a file, list kinds, JSON too.</summary>
internal static class Manifests
{
    /// <summary>The resources of a file.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="InputException">The file is no YAML, or a document is no Kubernetes object.</exception>
    public static IReadOnlyList<PolicyResource> Read(string file, string text)
    {
        var resources = new List<PolicyResource>();
        foreach (var document in YamlValues.Read(file, text))
        {
            Add(resources, file, document, document.Value);
        }

        return resources;
    }

    private static void Add(List<PolicyResource> resources, string file, YamlDocument document, PropertyValue value)
    {
        if (value is not PropertyValue.Map map
            || map.Find("apiVersion") is not PropertyValue.Text { Value: { Length: > 0 } apiVersion }
            || map.Find("kind") is not PropertyValue.Text { Value: { Length: > 0 } kind })
        {
            throw InputException.Of(
                PolicyDiagnosticIds.Shape, document.At, "no Kubernetes object", "an object with the texts apiVersion and kind", "Remove the document, or complete it.");
        }

        // A list's elements stand for themselves, as kubectl applies them.
        if (kind.EndsWith("List", StringComparison.Ordinal) && map.Find("items") is PropertyValue.List items)
        {
            foreach (var item in items.Items)
            {
                Add(resources, file, document, Completed(item, apiVersion, kind));
            }

            return;
        }

        var type = $"kubernetes:{(apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion : "core/" + apiVersion)}:{kind}";
        var metadata = map.Find("metadata") as PropertyValue.Map;
        var name = Text(metadata, "name") ?? Text(metadata, "generateName") ?? "";
        var space = Text(metadata, "namespace");
        var id = space is null ? name : $"{space}/{name}";
        resources.Add(new PolicyResource($"urn:pulumi:manifests::{ShownValue.OneLine(file)}::{ShownValue.OneLine(type)}::{ShownValue.OneLine(id)}", type, name, map));
    }

    // Elements of a DeploymentList may leave out what the list says already.
    private static PropertyValue Completed(PropertyValue item, string apiVersion, string kind)
    {
        if (item is not PropertyValue.Map map || kind == "List")
        {
            return item;
        }

        map = map.Find("apiVersion") is null ? map.With("apiVersion", new PropertyValue.Text(apiVersion)) : map;
        return map.Find("kind") is null ? map.With("kind", new PropertyValue.Text(kind[..^"List".Length])) : map;
    }

    private static string? Text(PropertyValue.Map? map, string key) => map?.Find(key) is PropertyValue.Text { Value: { Length: > 0 } text } ? text : null;
}
