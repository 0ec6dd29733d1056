using System.Text.Json.Nodes;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>One object that a stack makes in the cluster.</summary>
/// <param name="Resource">The resource of the plan.</param>
/// <param name="Body">The object as JSON; a secret value is an object with <c>$secret</c>.</param>
internal sealed record KubernetesObject(PlanResource Resource, JsonNode Body)
{
    public string ApiVersion => Body.Text("apiVersion");

    /// <summary>The API group; empty for the core group.</summary>
    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion.Split('/')[0] : "";

    public string Kind => Body.Text("kind");

    /// <summary>The logical name where the provider chooses the real one.</summary>
    public string Name => Body.Text("metadata", "name") is { Length: > 0 } name ? name : Resource.Name;

    /// <summary>Empty for objects of the whole cluster.</summary>
    public string Namespace => Body.Text("metadata", "namespace");

    public IReadOnlyDictionary<string, string> Labels => Body.Map("metadata", "labels");

    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
