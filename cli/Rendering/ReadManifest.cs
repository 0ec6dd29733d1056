using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>One object that was read from a manifest.</summary>
/// <param name="ApiVersion">The API and its version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; empty when the object names none.</param>
/// <param name="Name">The name.</param>
/// <param name="Body">The whole object.</param>
internal sealed record ReadManifest(string ApiVersion, string Kind, string Namespace, string Name, PlanValue.Map Body)
{
    /// <summary>Which object it is, whatever the version of its API: <c>apps/Deployment clawdbot-models/qwen</c>.</summary>
    public string Identity => IdentityOf(ApiVersion, Kind, Namespace, Name);

    /// <summary>Which object a resource of a plan is.</summary>
    public static string IdentityOf(PlanResource resource)
    {
        var metadata = resource.Inputs.Find("metadata") as PlanValue.Map ?? PlanValue.Map.Empty;
        return IdentityOf(Text(resource.Inputs, "apiVersion"), Text(resource.Inputs, "kind"), Text(metadata, "namespace"),
            metadata.Find("name") is PlanValue.Text name ? name.Value : metadata.Find("generateName") is PlanValue.Text prefix ? prefix.Value : resource.Name);
    }

    private static string IdentityOf(string apiVersion, string kind, string space, string name) =>
        $"{(ApplyOrder.Group(apiVersion) is { Length: > 0 } group ? group : "core")}/{kind} {(space.Length > 0 ? space + "/" : "")}{name}";

    private static string Text(PlanValue.Map map, string key) => map.Find(key) is PlanValue.Text text ? text.Value : "";
}
