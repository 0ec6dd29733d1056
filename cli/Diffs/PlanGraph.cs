using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Cli.Diffs;

/// <summary>Who uses what in one plan: by dependencies that the program declared, and by names that pods mention.</summary>
internal sealed class PlanGraph
{
    /// <summary>
    /// Programs that take over changed files without a restart, by app.kubernetes.io/name: etcd reads its certificates for every connection (since 3.2), and the
    /// operators' side-cars make the monitoring programs reload theirs.
    /// </summary>
    private static readonly HashSet<string> Rereading = new(StringComparer.Ordinal) { "etcd", "prometheus", "alertmanager", "grafana" };

    private readonly Dictionary<string, Workload> _workloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _dependents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Namespace, string Name), List<(string Urn, Use Use)>> _users = [];
    private readonly Dictionary<string, IReadOnlyList<Workload>> _reached = new(StringComparer.Ordinal);

    /// <summary>Reads the plan once.</summary>
    public PlanGraph(IReadOnlyCollection<PlanResource> resources, IReadOnlyDictionary<string, PlanPool> pools)
    {
        var scaled = new Dictionary<(string Namespace, string Name), int>();
        foreach (var (resource, least) in resources.Select(resource => (resource, Least(resource))).Where(pair => pair.Item2 is not null))
        {
            scaled[(WorkloadReader.Text(resource.Inputs, "metadata", "namespace"), WorkloadReader.Text(resource.Inputs, "spec", "scaleTargetRef", "name"))] = least!.Value;
        }

        foreach (var resource in resources)
        {
            _resources[resource.Urn] = resource;
            foreach (var dependency in resource.Dependencies.Append(resource.Provider ?? "").Where(urn => urn.Length > 0))
            {
                Add(_dependents, dependency, resource.Urn);
            }

            var place = (WorkloadReader.Text(resource.Inputs, "metadata", "namespace"), WorkloadReader.Text(resource.Inputs, "metadata", "name"));
            if (WorkloadReader.Read(resource, pools, scaled.TryGetValue(place, out var kept) ? kept : null) is { } workload)
            {
                _workloads[resource.Urn] = workload;
                ReadUses(resource);
            }
            else if (KindName.Of(resource.Type) == "core/PersistentVolumeClaim" && WorkloadReader.Text(resource.Inputs, "spec", "storageClassName") is { Length: > 0 } storage)
            {
                Add(_users, ("storage.k8s.io/StorageClass", "", storage), (resource.Urn, Use.Files));
            }
        }
    }

    /// <summary>Every workload, by URN.</summary>
    public IEnumerable<Workload> Workloads => _workloads.Values.OrderBy(workload => workload.Urn, StringComparer.Ordinal);

    /// <summary>The workload that the resource is; null when it is none.</summary>
    public Workload? Find(string urn) => _workloads.GetValueOrDefault(urn);

    /// <summary>The resource; null when the plan lacks it.</summary>
    public PlanResource? Resource(string urn) => _resources.GetValueOrDefault(urn);

    /// <summary>The workloads that use an object by name or declare that they need it, each with the way that needs most.</summary>
    public IEnumerable<(Workload Workload, Use Use)> UsersOf(PlanResource resource) =>
        NamedUsers(resource)
            .Concat(_dependents.GetValueOrDefault(resource.Urn, []).Select(urn => (Urn: urn, Use: NamedUsers(resource).Any(user => user.Urn == urn) ? Use.Files : Use.Start)))
            .Where(user => _workloads.ContainsKey(user.Urn))
            .GroupBy(user => user.Urn, user => user.Use, StringComparer.Ordinal)
            .OrderBy(user => user.Key, StringComparer.Ordinal)
            .Select(user => (_workloads[user.Key], user.Max()));

    /// <summary>Whether the pods of a workload take over changed files by themselves.</summary>
    public bool Rereads(Workload workload) => _resources.TryGetValue(workload.Urn, out var resource)
        && Rereading.Contains(WorkloadReader.Text(resource.Inputs, "metadata", "labels", Labels.Name));

    /// <summary>The workloads below a resource, over any number of steps.</summary>
    public IReadOnlyList<Workload> Reached(string urn)
    {
        if (_reached.TryGetValue(urn, out var known))
        {
            return known;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { urn };
        var open = new Queue<string>([urn]);
        while (open.TryDequeue(out var current))
        {
            var next = _dependents.GetValueOrDefault(current, []).AsEnumerable();
            if (_resources.TryGetValue(current, out var resource))
            {
                next = next.Concat(NamedUsers(resource).Select(user => user.Urn));
            }

            foreach (var found in next.Where(seen.Add))
            {
                open.Enqueue(found);
            }
        }

        return _reached[urn] = [.. seen.Order(StringComparer.Ordinal).Where(_workloads.ContainsKey).Select(found => _workloads[found])];
    }

    /// <summary>The resources that directly depend on one.</summary>
    public IEnumerable<PlanResource> DependentsOf(string urn) => _dependents.GetValueOrDefault(urn, []).Select(Resource).OfType<PlanResource>();

    /// <summary>The workloads whose node selector nodes with these labels satisfy; those without a selector may run anywhere and are left out.</summary>
    public IEnumerable<Workload> OnNodes(PlanValue.Map labels) => Workloads.Where(workload =>
        WorkloadReader.Map(WorkloadReader.PodSpec(_resources[workload.Urn]), "nodeSelector") is { Entries.IsEmpty: false } selector
        && selector.Entries.All(entry => entry.Value is PlanValue.Text && entry.Value.Equals(labels.Find(entry.Key))));

    private static int? Least(PlanResource resource) => KindName.Of(resource.Type) switch
    {
        "autoscaling/HorizontalPodAutoscaler" => WorkloadReader.Integer(resource.Inputs, "spec", "minReplicas"),
        "keda.sh/ScaledObject" => WorkloadReader.Integer(resource.Inputs, "spec", "minReplicaCount"),
        _ => null,
    };

    private List<(string Urn, Use Use)> NamedUsers(PlanResource resource)
    {
        var kind = KindName.Of(resource.Type);
        var space = kind is "storage.k8s.io/StorageClass" ? "" : WorkloadReader.Text(resource.Inputs, "metadata", "namespace");
        return _users.GetValueOrDefault((kind, space, WorkloadReader.Text(resource.Inputs, "metadata", "name")), []);
    }

    private void ReadUses(PlanResource resource)
    {
        var space = WorkloadReader.Text(resource.Inputs, "metadata", "namespace");
        var pod = WorkloadReader.PodSpec(resource);
        var containers = WorkloadReader.Items(pod, "containers").Concat(WorkloadReader.Items(pod, "initContainers")).ToList();
        var single = containers.SelectMany(container => WorkloadReader.Items(container, "volumeMounts"))
            .Where(mount => mount.Find("subPath") is not null || mount.Find("subPathExpr") is not null)
            .Select(mount => WorkloadReader.Text(mount, "name")).ToHashSet(StringComparer.Ordinal);
        foreach (var volume in WorkloadReader.Items(pod, "volumes"))
        {
            var use = single.Contains(WorkloadReader.Text(volume, "name")) ? Use.Start : Use.Files;
            Mention("core/PersistentVolumeClaim", WorkloadReader.Text(volume, "persistentVolumeClaim", "claimName"), use);
            Mention("core/ConfigMap", WorkloadReader.Text(volume, "configMap", "name"), use);
            Mention("core/Secret", WorkloadReader.Text(volume, "secret", "secretName"), use);
            foreach (var source in WorkloadReader.Items(volume, "projected", "sources"))
            {
                Mention("core/ConfigMap", WorkloadReader.Text(source, "configMap", "name"), use);
                Mention("core/Secret", WorkloadReader.Text(source, "secret", "name"), use);
            }
        }

        foreach (var container in containers)
        {
            foreach (var source in WorkloadReader.Items(container, "envFrom"))
            {
                Mention("core/ConfigMap", WorkloadReader.Text(source, "configMapRef", "name"), Use.Start);
                Mention("core/Secret", WorkloadReader.Text(source, "secretRef", "name"), Use.Start);
            }

            foreach (var variable in WorkloadReader.Items(container, "env"))
            {
                Mention("core/ConfigMap", WorkloadReader.Text(variable, "valueFrom", "configMapKeyRef", "name"), Use.Start);
                Mention("core/Secret", WorkloadReader.Text(variable, "valueFrom", "secretKeyRef", "name"), Use.Start);
            }
        }

        void Mention(string kind, string name, Use use)
        {
            if (name.Length > 0)
            {
                Add(_users, (kind, space, name), (resource.Urn, use));
            }
        }
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
