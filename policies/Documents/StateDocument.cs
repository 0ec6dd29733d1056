using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>Reads what <c>pulumi stack export</c> writes (version 3 of the deployment). The inputs are checked, which is what the program asked for.</summary>
internal static class StateDocument
{
    /// <summary>Whether a JSON document looks like an exported state.</summary>
    public static bool Is(PropertyValue document) => document is PropertyValue.Map map && map.Find("deployment") is not null && map.Find("version") is not null;

    /// <summary>The resources, without those that are only waiting to be deleted, and whether the stack says that it is in production.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="document">The document.</param>
    /// <exception cref="InputException">It is no state of version 3; lists every mistake.</exception>
    public static IReadOnlyList<PolicyResource> Read(string file, PropertyValue document)
    {
        var name = ShownValue.OneLine(file);
        var root = (PropertyValue.Map)document;
        if (root.Find("version") is not PropertyValue.Number { Value: 3 })
        {
            throw InputException.Of(PolicyDiagnosticIds.Shape, $"version in {name}", ShownValue.Of(root.Find("version")), "3", "Export the stack with a current Pulumi CLI: `pulumi stack export`.");
        }

        var resources = (root.Find("deployment") as PropertyValue.Map)?.Find("resources");
        if (resources is null or PropertyValue.Null)
        {
            return [];
        }

        if (resources is not PropertyValue.List list)
        {
            throw InputException.Of(PolicyDiagnosticIds.Shape, $"deployment.resources in {name}", ShownValue.Of(resources), "a list", "Export the stack again: `pulumi stack export`.");
        }

        var errors = new List<InputError>();
        var read = new List<PolicyResource>();
        for (var index = 0; index < list.Items.Count; index++)
        {
            if (Resource(list.Items[index]) is { } resource)
            {
                read.Add(resource);
            }
            else if (list.Items[index] is not PropertyValue.Map map || map.Find("delete") is not PropertyValue.Flag { Value: true })
            {
                errors.Add(new InputError(
                    PolicyDiagnosticIds.Shape, $"deployment.resources[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}] in {name}", ShownValue.Of(list.Items[index]),
                    "an object with the texts urn and type", "Export the stack again: `pulumi stack export`."));
            }
        }

        InputException.ThrowIfAny(errors);
        return read;
    }

    private static PolicyResource? Resource(PropertyValue item)
    {
        if (item is not PropertyValue.Map map || map.Find("delete") is PropertyValue.Flag { Value: true }
            || map.Find("urn") is not PropertyValue.Text { Value: { Length: > 0 } urn } || map.Find("type") is not PropertyValue.Text { Value: { Length: > 0 } type })
        {
            return null;
        }

        var properties = (map.Find("inputs") ?? map.Find("outputs")) as PropertyValue.Map ?? PropertyValue.Map.Empty;
        return new PolicyResource(urn, type, urn[(urn.LastIndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..], Signatures.Decode(properties) as PropertyValue.Map ?? PropertyValue.Map.Empty)
        {
            Parent = (map.Find("parent") as PropertyValue.Text)?.Value,
            Dependencies = [.. ((map.Find("dependencies") as PropertyValue.List)?.Items ?? []).OfType<PropertyValue.Text>().Select(text => text.Value)],
            IsProtected = map.Find("protect") is PropertyValue.Flag { Value: true },
        };
    }
}
