using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>Finds the Kubernetes objects in a resource.</summary>
internal static class KubernetesObjects
{
    private const string Prefix = "kubernetes:";

    private const string Patch = "Patch";

    // Modules of the provider whose resources are made of objects, but are none. API groups that only begin like them are groups.
    private static readonly string[] NoObjects = ["helm.sh", "yaml", "kustomize", "index"];

    /// <summary>The objects of <paramref name="resource"/>.</summary>
    public static IReadOnlyList<KubernetesObject> Of(PolicyResource resource)
    {
        if (Identity(resource.Type) is not var (apiVersion, kind))
        {
            return [];
        }

        // The properties know better than the token, which for custom resources and old programs may name another version.
        apiVersion = Readable(resource["apiVersion"]) ?? apiVersion;
        kind = Readable(resource["kind"]) ?? kind;
        if (IsPatch(resource.Type, kind))
        {
            return [];
        }

        if (!kind.EndsWith("List", StringComparison.Ordinal) || resource["items"] is not { IsUnreadable: false, IsList: true } items)
        {
            return [new KubernetesObject(resource, resource.Properties, apiVersion, kind)];
        }

        var element = kind[..^"List".Length];
        return [.. items.Items
            .Where(item => item is { IsUnreadable: false, IsMap: true })
            .Select(item => new KubernetesObject(resource, item, Readable(item["apiVersion"]) ?? apiVersion, Readable(item["kind"]) ?? element))];
    }

    // kubernetes:apps/v1:Deployment
    private static (string ApiVersion, string Kind)? Identity(string type)
    {
        if (!type.StartsWith(Prefix, StringComparison.Ordinal) || type.LastIndexOf(':') is var colon && colon <= Prefix.Length)
        {
            return null;
        }

        var apiVersion = type[Prefix.Length..colon];
        if (NoObjects.Any(module => apiVersion == module || apiVersion.StartsWith(module + "/", StringComparison.Ordinal)))
        {
            return null;
        }

        const string Core = "core/";
        return (apiVersion.StartsWith(Core, StringComparison.Ordinal) ? apiVersion[Core.Length..] : apiVersion, type[(colon + 1)..]);
    }

    // The provider's patches are called after what they patch, whose kind their properties have: kubernetes:apps/v1:DeploymentPatch of the kind Deployment.
    private static bool IsPatch(string type, string kind) =>
        type.EndsWith(Patch, StringComparison.Ordinal) && (type.EndsWith(":" + kind + Patch, StringComparison.Ordinal) || (kind.EndsWith(Patch, StringComparison.Ordinal) && kind.Length > Patch.Length));

    private static string? Readable(Property property) => property is { IsUnreadable: false, IsSecret: false, Text: { Length: > 0 } text } ? text : null;
}
