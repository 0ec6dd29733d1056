using System.Globalization;
using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>The pods of one workload.</summary>
/// <param name="Owner">The Deployment, StatefulSet, Job or CronJob.</param>
/// <param name="Template">Its template.</param>
internal sealed record PodTemplate(KubernetesObject Owner, JsonNode Template)
{
    public string Namespace => Owner.Namespace;

    public IReadOnlyDictionary<string, string> Labels => Template.Map("metadata", "labels");

    public JsonNode Spec => Template.At("spec")!;

    public IEnumerable<JsonNode> Containers => Spec.List("containers");

    public IEnumerable<JsonNode> AllContainers => [.. Spec.List("initContainers"), .. Spec.List("containers")];

    /// <summary>Named ports of the pod.</summary>
    public IReadOnlyDictionary<string, int> Ports =>
        Containers.SelectMany(container => container.List("ports")).ToDictionary(port => port.Text("name"), port => int.Parse(port.Text("containerPort"), CultureInfo.InvariantCulture));

    public override string ToString() => Owner.ToString();

    /// <summary>The pods that <paramref name="owner"/> makes; null when it makes none.</summary>
    public static PodTemplate? Of(KubernetesObject owner) => owner.Kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "Job" => new(owner, owner.Body.At("spec", "template")!),
        "CronJob" => new(owner, owner.Body.At("spec", "jobTemplate", "spec", "template")!),
        _ => null,
    };
}
