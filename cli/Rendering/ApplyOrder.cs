namespace Clawdbot.Cli.Rendering;

/// <summary>
/// The order in which kinds can be applied by name order: definitions before their objects, policies and limits before the
/// pods they bind, configuration before its users, webhooks last so that they cannot refuse what comes with them.
/// The order of the built-in kinds is Helm's (https://github.com/helm/helm, pkg/release/util/kind_sorter.go), with CustomResourceDefinitions first.
/// </summary>
internal static class ApplyOrder
{
    // Steps of ten leave room for a kind in between without renaming every file.
    private const int Step = 10;

    private static readonly string[] Kinds =
    [
        "CustomResourceDefinition", "PriorityClass", "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodDisruptionBudget",
        "ServiceAccount", "Secret", "ConfigMap", "StorageClass", "PersistentVolume", "PersistentVolumeClaim",
        "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding", "Service", "DaemonSet", "Pod",
        "ReplicationController", "ReplicaSet", "Deployment", "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob",
        "IngressClass", "Ingress", "APIService",
    ];

    private static readonly string[] LastKinds =
    [
        "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
    ];

    private static readonly Dictionary<string, int> Ranks =
        Kinds.Select((kind, i) => (kind, rank: i * Step))
            .Concat(LastKinds.Select((kind, i) => (kind, rank: 900 + i * Step)))
            .ToDictionary(p => p.kind, p => p.rank, StringComparer.Ordinal);

    /// <summary>Rank of objects whose kind a CustomResourceDefinition defines: after all built-in kinds, before admission.</summary>
    public const int CustomKindRank = 800;

    /// <summary>The rank, 0 to 999; lower is applied first.</summary>
    public static int Rank(string apiVersion, string kind) =>
        IsBuiltIn(apiVersion) && Ranks.TryGetValue(kind, out var rank) ? rank : CustomKindRank;

    /// <summary>Whether the API group belongs to Kubernetes itself.</summary>
    public static bool IsBuiltIn(string apiVersion)
    {
        var group = Group(apiVersion);
        return !group.Contains('.', StringComparison.Ordinal) || BuiltInDottedGroups.Contains(group);
    }

    /// <summary>The API group; empty for the core group.</summary>
    public static string Group(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : apiVersion[..slash];
    }

    // *.k8s.io as a suffix would not do: gateway.networking.k8s.io and snapshot.storage.k8s.io come from definitions.
    private static readonly HashSet<string> BuiltInDottedGroups = new(StringComparer.Ordinal)
    {
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io",
        "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io",
    };
}
