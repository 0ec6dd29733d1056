namespace Clawdbot.Policies.Kubernetes;

/// <summary>Which kinds live in a namespace: https://kubernetes.io/docs/reference/kubernetes-api/</summary>
internal static class KnownKinds
{
    private static readonly HashSet<string> BuiltInGroups = new(
        [
            "", "apps", "batch", "extensions", "autoscaling", "policy", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
            "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io",
            "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io",
        ],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Cluster = new(StringComparer.Ordinal)
    {
        [""] = ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
        ["policy"] = ["PodSecurityPolicy"],
        ["extensions"] = ["PodSecurityPolicy"],
        ["networking.k8s.io"] = ["IngressClass", "IPAddress", "ServiceCIDR", "ClusterCIDR"],
        ["rbac.authorization.k8s.io"] = ["ClusterRole", "ClusterRoleBinding"],
        ["resource.k8s.io"] = ["DeviceClass", "ResourceSlice", "DeviceTaintRule", "ResourceClass"],
        ["scheduling.k8s.io"] = ["PriorityClass"],
        ["storage.k8s.io"] = ["StorageClass", "VolumeAttachment", "CSIDriver", "CSINode", "VolumeAttributesClass"],
        ["certificates.k8s.io"] = ["CertificateSigningRequest", "ClusterTrustBundle"],
        ["authentication.k8s.io"] = ["TokenReview", "SelfSubjectReview"],
        ["authorization.k8s.io"] = ["SubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview"],
        ["node.k8s.io"] = ["RuntimeClass"],
    };

    // Groups whose kinds are all of the cluster.
    private static readonly string[] ClusterGroups =
        ["admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io", "storagemigration.k8s.io"];

    // Custom kinds that are common enough to be known by name.
    private static readonly Dictionary<string, string[]> CustomInNamespace = new(StringComparer.Ordinal)
    {
        ["cert-manager.io"] = ["Certificate", "CertificateRequest", "Issuer"],
        ["keda.sh"] = ["ScaledObject", "ScaledJob", "TriggerAuthentication"],
        ["monitoring.coreos.com"] = ["ServiceMonitor", "PodMonitor", "PrometheusRule", "Probe", "Prometheus", "Alertmanager", "AlertmanagerConfig", "ScrapeConfig"],
        ["gateway.networking.k8s.io"] = ["Gateway", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute", "ReferenceGrant"],
        ["ceph.rook.io"] = ["CephCluster", "CephFilesystem", "CephFilesystemSubVolumeGroup", "CephBlockPool", "CephObjectStore"],
        ["external-secrets.io"] = ["ExternalSecret", "SecretStore", "PushSecret"],
    };

    private static readonly Dictionary<string, string[]> CustomOfCluster = new(StringComparer.Ordinal)
    {
        ["cert-manager.io"] = ["ClusterIssuer"],
        ["keda.sh"] = ["ClusterTriggerAuthentication"],
        ["gateway.networking.k8s.io"] = ["GatewayClass"],
        ["external-secrets.io"] = ["ClusterSecretStore", "ClusterExternalSecret"],
        ["karpenter.sh"] = ["NodePool", "NodeClaim"],
        ["karpenter.k8s.aws"] = ["EC2NodeClass"],
        ["snapshot.storage.k8s.io"] = ["VolumeSnapshotClass", "VolumeSnapshotContent"],
        ["kyverno.io"] = ["ClusterPolicy"],
    };

    /// <summary>Whether <paramref name="group"/> is part of Kubernetes itself.</summary>
    public static bool IsBuiltInGroup(string group) => BuiltInGroups.Contains(group);

    /// <summary>Whether objects of the kind live in a namespace; null when that is not known here.</summary>
    public static bool? IsNamespaced(KubernetesObject item)
    {
        if (IsBuiltInGroup(item.Group))
        {
            return !ClusterGroups.Contains(item.Group, StringComparer.Ordinal) && !Has(Cluster, item);
        }

        return Has(CustomInNamespace, item) ? true : Has(CustomOfCluster, item) ? false : null;
    }

    private static bool Has(Dictionary<string, string[]> table, KubernetesObject item) => table.TryGetValue(item.Group, out var kinds) && kinds.Contains(item.Kind, StringComparer.Ordinal);
}
