using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Observability;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Production;

/// <summary>
/// The parts of a Clawdbot system in a stack, found by the labels that all its objects carry: <c>app.kubernetes.io/part-of: clawdbot</c> and their component. Finding them asks for
/// nothing unknown: what cannot be read is as if it had no such label, and is a <see cref="Gap"/>.
/// </summary>
internal sealed class ProductionSystem
{
    private const string PartOf = "app.kubernetes.io/part-of";
    private const string ComponentLabel = "app.kubernetes.io/component";

    private readonly PolicyStack _stack;
    private readonly ILookup<string, Workload> _workloads;
    private readonly ILookup<string, SettingsFile> _files;

    private ProductionSystem(PolicyStack stack)
    {
        _stack = stack;
        var owned = stack.Objects.Where(IsOurs).ToList();
        _workloads = owned.Select(item => item.Workload).OfType<Workload>().ToLookup(workload => Component(workload.Owner), StringComparer.Ordinal);
        _files = stack.OfKind("ConfigMap").Where(IsOurs)
            .Where(map => !map.Root["data"].IsUnreadable)
            .SelectMany(map => map.Root["data"].Entries.Where(entry => entry.Key.EndsWith(".json", StringComparison.Ordinal)).Select(entry => (entry.Key, new SettingsFile(map, entry.Value))))
            .ToLookup(pair => pair.Key, pair => pair.Item2, StringComparer.Ordinal);
        AccessTiers = Services("access-tier");
        Routers = Services("router");
        Etcds = Services("etcd");
        ModelServers = [.. Services("model-server").Select(workload => new ModelPoolServer(workload, VllmServer.In(workload.Owner.Resource).FirstOrDefault(server => server.Workload == workload)))];
        Loaders = [.. _workloads["model-loader"]];
        LoadTests = [.. _workloads["load-test"]];
        Gates = [.. _workloads["readiness"]];
        Gap = stack.Objects.Select(Unreadable).FirstOrDefault(place => place is not null) is { } gap
            ? new UnknownValueException(gap, gap.IsSecret ? "is a secret that cannot be looked at" : "is known only after the deployment")
            : null;
        IsPresent = AccessTiers.Count + Routers.Count + ModelServers.Count > 0;
        IsInDocker = !IsPresent && stack.OfType(VllmServers.DockerContainer).Any(IsOursInDocker);
    }

    /// <summary>Whether the stack has a gateway or model servers of ours in a cluster.</summary>
    public bool IsPresent { get; }

    /// <summary>Whether it has them in Docker instead.</summary>
    public bool IsInDocker { get; }

    /// <summary>Workloads of the access tier.</summary>
    public IReadOnlyList<Workload> AccessTiers { get; }

    /// <summary>Workloads of the Router.</summary>
    public IReadOnlyList<Workload> Routers { get; }

    /// <summary>Workloads of etcd.</summary>
    public IReadOnlyList<Workload> Etcds { get; }

    /// <summary>Workloads of the pools.</summary>
    public IReadOnlyList<ModelPoolServer> ModelServers { get; }

    /// <summary>Jobs that put models on the shared storage.</summary>
    public IReadOnlyList<Workload> Loaders { get; }

    /// <summary>Jobs that put load on the system.</summary>
    public IReadOnlyList<Workload> LoadTests { get; }

    /// <summary>Jobs that check the running system at the end of a deployment.</summary>
    public IReadOnlyList<Workload> Gates { get; }

    /// <summary>The settings of Routers.</summary>
    public IEnumerable<SettingsFile> RouterSettings => _files["router.json"];

    /// <summary>The settings of access tiers.</summary>
    public IEnumerable<SettingsFile> AccessTierSettings => _files["access-tier.json"];

    /// <summary>The configurations of assistants.</summary>
    public IEnumerable<SettingsFile> AssistantSettings => _files["openclaw.json"];

    /// <summary>The settings of load tests and of the gate.</summary>
    public IEnumerable<SettingsFile> ReadinessSettings => _files["readiness.json"];

    /// <summary>Prometheus' alerts.</summary>
    public StackAlerts Alerts => StackAlerts.In(_stack);

    /// <summary>Why there may be other parts; null when all are known.</summary>
    public UnknownValueException? Gap { get; }

    /// <summary>The Services, of whomever.</summary>
    public IEnumerable<KubernetesObject> AllServices => _stack.OfKind("Service").Where(item => item.Group.Length == 0);

    /// <summary>Objects of a kind, of whomever.</summary>
    public IEnumerable<KubernetesObject> OfKind(string kind) => _stack.OfKind(kind);

    /// <summary>The system in a stack.</summary>
    public static ProductionSystem Of(PolicyStack stack) => new(stack);

    /// <summary>Whether an object is labelled as a part of Clawdbot.</summary>
    public static bool IsOurs(KubernetesObject item) => Readable(item.Labels[PartOf]) == "clawdbot";

    /// <summary>Whether a Service sends to the pods of a workload.</summary>
    /// <exception cref="UnknownValueException">A selector or label is not known yet.</exception>
    public static bool SendsTo(KubernetesObject service, Workload workload) =>
        LabelSelector.MapSelects(service.Spec["selector"], workload.PodMetadata["labels"]) && AreTogether(service, workload.Owner);

    /// <summary>Whether two objects are in one namespace.</summary>
    /// <exception cref="UnknownValueException">A namespace is not known yet.</exception>
    public static bool AreTogether(KubernetesObject left, KubernetesObject right) => IsIn(left, NamespaceOf(right));

    /// <summary>Whether an object is in the namespace <paramref name="name"/>.</summary>
    /// <exception cref="UnknownValueException">Its namespace is not known yet.</exception>
    public static bool IsIn(KubernetesObject item, string name) => NamespaceOf(item) == name;

    /// <summary>The namespace of an object; the empty string when it does not say.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public static string NamespaceOf(KubernetesObject item) => item.Metadata["namespace"].Text ?? "";

    // A label, or the files of a ConfigMap of ours, that cannot be read. Objects of other kinds are found by other means.
    private static Property? Unreadable(KubernetesObject item)
    {
        if (item.Workload is null && item.Kind != "ConfigMap")
        {
            return null;
        }

        var places = IsOurs(item) ? new[] { item.Labels[ComponentLabel], item.Root["data"] } : [item.Labels[PartOf]];
        return Array.Find(places, place => place.IsUnreadable);
    }

    private List<Workload> Services(string component) => [.. _workloads[component].Where(workload => workload.IsService)];

    private static string Component(KubernetesObject item) => Readable(item.Labels[ComponentLabel]) ?? "";

    private static bool IsOursInDocker(PolicyResource resource) => resource["labels"] is { IsUnreadable: false } labels
        && labels.Items.Any(label => !label.IsUnreadable && Readable(label["label"]) == PartOf && Readable(label["value"]) == "clawdbot");

    private static string? Readable(Property place) => place is { IsUnreadable: false, Text: { } text } ? text : null;
}
