using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>An object that makes pods, and the pods as it describes them.</summary>
internal sealed class Workload
{
    private static readonly string[] Template = ["template"];

    private static readonly Dictionary<string, string[]> TemplatePaths = new(StringComparer.Ordinal)
    {
        ["Deployment"] = ["spec", "template"],
        ["ReplicaSet"] = ["spec", "template"],
        ["ReplicationController"] = ["spec", "template"],
        ["StatefulSet"] = ["spec", "template"],
        ["DaemonSet"] = ["spec", "template"],
        ["Job"] = ["spec", "template"],
        ["CronJob"] = ["spec", "jobTemplate", "spec", "template"],
        ["PodTemplate"] = Template,
        ["Pod"] = [],
    };

    // In the order of ContainerRole.
    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    private static readonly string[] Groups = ["", "apps", "batch", "extensions"];

    private readonly IReadOnlyList<Container>?[] _containers = new IReadOnlyList<Container>?[Lists.Length];

    private Workload(KubernetesObject owner, Property pod)
    {
        Owner = owner;
        PodMetadata = pod["metadata"];
        Pod = pod["spec"];
    }

    /// <summary>The object.</summary>
    public KubernetesObject Owner { get; }

    /// <summary>The metadata of its pods.</summary>
    public Property PodMetadata { get; }

    /// <summary>The specification of its pods.</summary>
    public Property Pod { get; }

    /// <summary>Whether its pods run until they are stopped, rather than to an end.</summary>
    public bool IsService => Owner.Kind is "Deployment" or "ReplicaSet" or "ReplicationController" or "StatefulSet" or "DaemonSet" || (Owner.Kind == "Pod" && !RunsToAnEnd);

    /// <summary>Whether several pods of it can exist, so that a budget and spread make sense: everything with a <c>replicas</c> field.</summary>
    public bool IsReplicated => Owner.Kind is "Deployment" or "ReplicaSet" or "ReplicationController" or "StatefulSet";

    /// <summary>Number of pods that it asks for; 1 when <c>replicas</c> is not set.</summary>
    /// <exception cref="UnknownValueException">The number is not known yet, or a secret: messages name what follows from it.</exception>
    public int Replicas => (int)Math.Clamp(Owner.Spec["replicas"].Public.Number ?? 1, 0, int.MaxValue);

    /// <summary>Whether it names Windows as the operating system of its pods.</summary>
    public bool IsWindows => Pod["os"]["name"].Text == "windows";

    /// <summary>Init containers, containers and ephemeral containers, in this order.</summary>
    /// <exception cref="UnknownValueException">The list is not known yet.</exception>
    public IReadOnlyList<Container> Containers => [.. ContainersOf(ContainerRole.Init), .. ContainersOf(ContainerRole.Main), .. ContainersOf(ContainerRole.Ephemeral)];

    /// <summary>The containers of one list.</summary>
    /// <exception cref="UnknownValueException">The list is not known yet.</exception>
    public IReadOnlyList<Container> ContainersOf(ContainerRole role) =>
        _containers[(int)role] ??= [.. Pod[Lists[(int)role]].Items.Select(c => new Container(this, c, role))];

    /// <summary>The value of the pods' label <paramref name="key"/>; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The labels cannot be read.</exception>
    public string? PodLabel(string key) => PodMetadata["labels"][key].Text;

    /// <summary>The workload of an object; null when it makes no pods.</summary>
    public static Workload? Of(KubernetesObject owner)
    {
        if (!Groups.Contains(owner.Group, StringComparer.Ordinal) || !TemplatePaths.TryGetValue(owner.Kind, out var path))
        {
            return null;
        }

        return new Workload(owner, path.Aggregate(owner.Root, (place, key) => place[key]));
    }

    private bool RunsToAnEnd => Pod["restartPolicy"] is { IsUnreadable: false, Text: "Never" or "OnFailure" };
}
