using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What one stack makes in its cluster.</summary>
internal sealed class StackObjects
{
    private static readonly ConcurrentDictionary<string, Task<StackObjects>> Known = new(StringComparer.Ordinal);

    private StackObjects(Plan plan)
    {
        Plan = plan;
        Objects =
        [
            .. plan.Resources
                .Where(resource => resource.Custom && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && resource.Inputs.Find("kind") is not null)
                .Select(resource => new KubernetesObject(resource, ToJson(resource.Inputs))),
        ];
        Pods = [.. Objects.Select(PodTemplate.Of).OfType<PodTemplate>()];
        Releases = plan.Resources.Where(resource => resource.Type == "kubernetes:helm.sh/v3:Release").ToDictionary(ReleaseName, StringComparer.Ordinal);
    }

    public Plan Plan { get; }

    public ImmutableArray<KubernetesObject> Objects { get; }

    public ImmutableArray<PodTemplate> Pods { get; }

    /// <summary>Helm releases by their name in the cluster.</summary>
    public IReadOnlyDictionary<string, PlanResource> Releases { get; }

    /// <summary>The stacks that have a cluster.</summary>
    public static TheoryData<string> Stacks => ["onprem", "staging", "prod"];

    /// <summary>The objects of <paramref name="stack"/>; planned once for all tests.</summary>
    public static Task<StackObjects> OfAsync(string stack) =>
        Known.GetOrAdd(stack, async name => new StackObjects(await ClawdbotPlanner.PlanAsync(name)));

    public IEnumerable<KubernetesObject> Of(string kind) => Objects.Where(each => each.Kind == kind);

    public bool Has(string kind, string space, string name) => Find(kind, space, name) is not null;

    public KubernetesObject? Find(string kind, string space, string name) =>
        Objects.SingleOrDefault(each => each.Kind == kind && each.Namespace == space && each.Name == name);

    public static JsonNode ToJson(PlanValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            PlanJson.WriteValue(writer, value);
        return JsonNode.Parse(stream.ToArray())!;
    }

    private static string ReleaseName(PlanResource release) => release.Inputs.Find("name") is PlanValue.Text name ? name.Value : release.Name;
}
