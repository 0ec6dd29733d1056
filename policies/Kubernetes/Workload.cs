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

    // Objects of others that describe pods as a Deployment does, with labels of their own.
    private static readonly Dictionary<(string Group, string Kind), string[]> CustomTemplates = new()
    {
        [("argoproj.io", "Rollout")] = ["spec", "template"],
        [("apps.kruise.io", "CloneSet")] = ["spec", "template"],
        [("apps.kruise.io", "StatefulSet")] = ["spec", "template"],
        [("apps.kruise.io", "DaemonSet")] = ["spec", "template"],
    };

    // Objects of others from which a controller makes pods with labels and settings that are not here: where metadata and specification are.
    private static readonly Dictionary<(string Group, string Kind), (string[] Metadata, string[] Pod)> Served = new()
    {
        [("serving.kserve.io", "InferenceService")] = (["spec", "predictor"], ["spec", "predictor"]),
        [("serving.kserve.io", "ServingRuntime")] = (["spec"], ["spec"]),
        [("serving.kserve.io", "ClusterServingRuntime")] = (["spec"], ["spec"]),
        [("serving.knative.dev", "Service")] = (["spec", "template", "metadata"], ["spec", "template", "spec"]),
        [("leaderworkerset.x-k8s.io", "LeaderWorkerSet")] = (["spec", "leaderWorkerTemplate", "workerTemplate", "metadata"], ["spec", "leaderWorkerTemplate", "workerTemplate", "spec"]),
    };

    // In the order of ContainerRole.
    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    private static readonly string[] Groups = ["", "apps", "batch", "extensions"];

    private readonly IReadOnlyList<Container>?[] _containers = new IReadOnlyList<Container>?[Lists.Length];

    private Workload(KubernetesObject owner, Property metadata, Property pod)
    {
        Owner = owner;
        PodMetadata = metadata;
        Pod = pod;
    }

    /// <summary>The object.</summary>
    public KubernetesObject Owner { get; }

    /// <summary>The metadata of its pods.</summary>
    public Property PodMetadata { get; }

    /// <summary>The specification of its pods.</summary>
    public Property Pod { get; }

    /// <summary>Whether its pods run until they are stopped, rather than to an end.</summary>
    public bool IsService => IsReplicated || Owner.Kind == "DaemonSet" || (Owner.Kind == "Pod" && !RunsToAnEnd);

    /// <summary>Whether several pods of it can exist, so that a budget and spread make sense: everything with a <c>replicas</c> field.</summary>
    public bool IsReplicated => Owner.Kind is "Deployment" or "ReplicaSet" or "ReplicationController" or "StatefulSet" or "Rollout" or "CloneSet";

    /// <summary>Whether its pods have the labels that it writes. Those of a served model or function have others, which a controller gives them.</summary>
    public bool HasOwnLabels => !Served.ContainsKey((Owner.Group, Owner.Kind));

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
        if (CustomTemplates.TryGetValue((owner.Group, owner.Kind), out var custom))
        {
            // A Rollout may refer to a Deployment instead.
            var template = At(owner, custom);
            return template["spec"].IsUnreadable || template["spec"].Exists ? new Workload(owner, template["metadata"], template["spec"]) : null;
        }

        if (Served.TryGetValue((owner.Group, owner.Kind), out var served))
        {
            var pod = At(owner, served.Pod);
            return pod["containers"].IsUnreadable || pod["containers"].Exists ? new Workload(owner, At(owner, served.Metadata), pod) : null;
        }

        return Groups.Contains(owner.Group, StringComparer.Ordinal) && TemplatePaths.TryGetValue(owner.Kind, out var path)
            ? new Workload(owner, At(owner, [.. path, "metadata"]), At(owner, [.. path, "spec"]))
            : null;
    }

    private static Property At(KubernetesObject owner, string[] path) => path.Aggregate(owner.Root, (place, key) => place[key]);

    private bool RunsToAnEnd => Pod["restartPolicy"] is { IsUnreadable: false, Text: "Never" or "OnFailure" };
}
