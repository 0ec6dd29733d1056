using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>
/// The pods of a stack by namespace and label, as one entry for each object that makes them. Objects that a controller made are left out: their owner stands for them.
/// </summary>
internal sealed class StackPods
{
    // Keys that controllers give to pods: they are not in the template, so a selector that names them can be judged only by its other keys.
    private static readonly HashSet<string> GivenKeys = new(
        [
            "pod-template-hash", "controller-revision-hash", "pod-template-generation", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "job-name", "controller-uid",
            "batch.kubernetes.io/job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-completion-index",
            "vault-active", "vault-initialized", "vault-perf-standby", "vault-sealed", "vault-version", "openbao-active", "openbao-initialized", "openbao-sealed", "spilo-role",
        ],
        StringComparer.Ordinal);

    // Groups of custom resources that make no pods; what other groups make is not known here.
    private static readonly string[] GroupsWithoutPods =
    [
        "cert-manager.io", "keda.sh", "gateway.networking.k8s.io", "networking.istio.io", "security.istio.io", "telemetry.istio.io", "external-secrets.io", "secrets-store.csi.x-k8s.io", "kyverno.io",
        "cilium.io", "crd.projectcalico.org", "projectcalico.org", "snapshot.storage.k8s.io", "autoscaling.k8s.io", "traefik.io", "traefik.containo.us", "bitnami.com", "policy.networking.k8s.io",
        "networking.gke.io", "cloud.google.com", "elbv2.k8s.aws", "vpcresources.k8s.aws", "karpenter.sh", "karpenter.k8s.aws", "external-dns.io", "externaldns.k8s.io", "apiregistration.k8s.io",
        "apiextensions.k8s.io", "metrics.k8s.io", "monitoring.googleapis.com", "templates.gatekeeper.sh", "constraints.gatekeeper.sh", "linkerd.io", "policy.linkerd.io", "projectcontour.io",
        "ceph.rook.io",
    ];

    private static readonly string[] KindsWithoutPods = ["ServiceMonitor", "PodMonitor", "PrometheusRule", "Probe", "ScrapeConfig", "AlertmanagerConfig"];

    private readonly ILookup<string, Workload> _byNamespace;
    private readonly Dictionary<(string Namespace, string Key, string Value), List<Workload>> _byLabel = [];
    private readonly Dictionary<string, List<Workload>> _unreadable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherSources;
    private readonly bool _hasSourcesAnywhere;

    private StackPods(PolicyStack stack)
    {
        Workloads = [.. stack.Objects.Where(o => o.Workload is { HasOwnLabels: true } && o.Kind != "PodTemplate" && !o.IsOwned()).Select(o => o.Workload!)];
        _byNamespace = Workloads.Where(w => w.Owner.Namespace is not null).ToLookup(w => w.Owner.Namespace!, StringComparer.Ordinal);
        foreach (var workload in Workloads)
        {
            Add(workload);
        }

        var sources = stack.Objects.Where(MayMakePods).Select(o => o.Namespace)
            .Concat(stack.OfType("kubernetes:helm.sh/v3:Release").Select(release => release["namespace"] is { IsUnreadable: false } place ? place.Text ?? "default" : null))
            .ToList();
        HasUnknownNamespaces = Workloads.Any(w => w.Owner.Namespace is null);
        _hasSourcesAnywhere = sources.Contains(null) || HasUnknownNamespaces;
        _otherSources = new HashSet<string>(sources.OfType<string>(), StringComparer.Ordinal);
    }

    /// <summary>The pods of <paramref name="stack"/>.</summary>
    public static StackPods Of(PolicyStack stack) => stack.View(s => new StackPods(s));

    /// <summary>All of them, in the order of the stack.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>Whether the namespace of some of them cannot be read.</summary>
    public bool HasUnknownNamespaces { get; }

    /// <summary>Those in <paramref name="space"/>.</summary>
    public IEnumerable<Workload> In(string space) => _byNamespace[space];

    /// <summary>Whether <paramref name="space"/> may have pods that are not seen here: of a Helm release, of a custom resource, or of an object whose namespace cannot be read.</summary>
    public bool MayHaveOthers(string space) => _hasSourcesAnywhere || _otherSources.Contains(space);

    /// <summary>Those in <paramref name="space"/> that a label selector selects.</summary>
    /// <exception cref="UnknownValueException">Something that decides it is not known yet.</exception>
    public IEnumerable<Workload> Selected(string space, Property selector) =>
        selector.IsMissing ? [] : Candidates(space, selector["matchLabels"], null).Where(w => LabelSelector.Selects(selector, w.PodMetadata["labels"]));

    /// <summary>Those in <paramref name="space"/> that a plain map of labels selects, as a Service has it; keys that controllers give are not looked at.</summary>
    /// <exception cref="UnknownValueException">Something that decides it is not known yet.</exception>
    public IEnumerable<Workload> SelectedByMap(string space, Property selector)
    {
        var entries = selector.Entries.ToList();
        var decisive = entries.Where(e => !GivenKeys.Contains(e.Key)).ToList();
        return entries.Count == 0
            ? []
            : Candidates(space, selector, GivenKeys).Where(w => decisive.All(e => e.Value.Scalar is { } value && w.PodMetadata["labels"][e.Key].Scalar == value));
    }

    // The few that have the rarest of the labels, and those whose labels cannot be read.
    private IEnumerable<Workload> Candidates(string space, Property labels, HashSet<string>? ignored)
    {
        IReadOnlyList<Workload>? fewest = null;
        foreach (var (key, value) in labels.Entries)
        {
            if (ignored?.Contains(key) != true && !value.IsUnreadable)
            {
                var having = _byLabel.TryGetValue((space, key, value.Scalar ?? ""), out var list) ? list : [];
                fewest = fewest is null || having.Count < fewest.Count ? having : fewest;
            }
        }

        return fewest is null ? In(space) : fewest.Concat(_unreadable.TryGetValue(space, out var unreadable) ? unreadable : []);
    }

    private void Add(Workload workload)
    {
        if (workload.Owner.Namespace is not { } space)
        {
            return;
        }

        var labels = workload.PodMetadata["labels"];
        if (labels.IsUnreadable || labels.Entries.Any(e => e.Value.IsUnreadable))
        {
            (_unreadable.TryGetValue(space, out var list) ? list : _unreadable[space] = []).Add(workload);
            return;
        }

        foreach (var (key, value) in labels.Entries)
        {
            var label = (space, key, value.Scalar ?? "");
            (_byLabel.TryGetValue(label, out var list) ? list : _byLabel[label] = []).Add(workload);
        }
    }

    private static bool MayMakePods(KubernetesObject item) =>
        item.Group.Contains('.', StringComparison.Ordinal)
        && !KnownKinds.IsBuiltInGroup(item.Group)
        && !KindsWithoutPods.Contains(item.Kind, StringComparer.Ordinal)
        && !Array.Exists(GroupsWithoutPods, group => item.Group == group || item.Group.EndsWith("." + group, StringComparison.Ordinal));
}
