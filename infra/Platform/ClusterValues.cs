using System.Globalization;
using static Clawdbot.Infra.Platform.ChartValues;

namespace Clawdbot.Infra.Platform;

/// <summary>Values of the charts that serve the cluster itself: certificates, scaling, storage.</summary>
internal static class ClusterValues
{
    /// <summary>Keys: cert-manager, deploy/charts/cert-manager/values.yaml.</summary>
    internal static Dictionary<string, object> CertManager() => Map(
        // Without "keep", removing the release would remove every certificate of the cluster.
        ("crds", Map(("enabled", true), ("keep", true))),
        ("global", Map(
            ("priorityClassName", "system-cluster-critical"),
            ("leaderElection", Map(("namespace", WellKnownNamespaces.CertManager))))),
        ("replicaCount", 2),
        ("podDisruptionBudget", Map(("enabled", true), ("maxUnavailable", 1))),
        ("resources", Resources("20m", "64Mi", "256Mi")),
        ("webhook", Map(
            // While no webhook answers, the API refuses every certificate.
            ("replicaCount", 2),
            ("podDisruptionBudget", Map(("enabled", true), ("maxUnavailable", 1))),
            ("resources", Resources("10m", "32Mi", "128Mi")))),
        ("cainjector", Map(("replicaCount", 2), ("resources", Resources("20m", "128Mi", "512Mi")))));

    /// <summary>Keys: kedacore/charts, keda/README.md.</summary>
    internal static Dictionary<string, object> Keda() => Map(
        ("operator", Map(("replicaCount", 2))),
        ("metricsServer", Map(("replicaCount", 2))),
        ("webhooks", Map(("replicaCount", 2))),
        ("podDisruptionBudget", Map(
            ("operator", Map(("maxUnavailable", 1))),
            ("metricServer", Map(("maxUnavailable", 1))),
            ("webhooks", Map(("maxUnavailable", 1))))),
        ("priorityClassName", "system-cluster-critical"),
        ("resources", Map(
            ("operator", Resources("100m", "128Mi", "1Gi")),
            ("metricServer", Resources("100m", "128Mi", "1Gi")),
            ("webhooks", Resources("20m", "32Mi", "128Mi")))),
        ("prometheus", Map(("operator", Map(("enabled", true))), ("metricServer", Map(("enabled", true))))));

    /// <summary>Keys: rook/rook, deploy/charts/rook-ceph/values.yaml.</summary>
    internal static Dictionary<string, object> Rook() => Map(
        // Definitions that go take the cluster and its data with them; the chart marks them to be kept.
        ("crds", Map(("enabled", true))),
        ("priorityClassName", "system-cluster-critical"),
        ("enableDiscoveryDaemon", false),
        ("resources", Resources("200m", "256Mi", "1Gi")));

    /// <summary>
    /// Keys: rook/rook, deploy/charts/ceph-csi-drivers/values.yaml, which says that the chart fails without them. Only CephFS is in use.
    /// </summary>
    internal static Dictionary<string, object> CsiDrivers() => Map(
        ("operatorConfig", Map(
            ("namespace", WellKnownNamespaces.Rook),
            ("driverSpecDefaults", Map(
                ("imageSet", Map(("name", "rook-csi-operator-image-set-configmap"))),
                // Model servers mount the file system on GPU nodes, so the driver must run there.
                ("nodePlugin", Map(("priorityClassName", "system-node-critical"), ("tolerations", GpuTolerations()))),
                ("controllerPlugin", Map(("priorityClassName", "system-cluster-critical"), ("replicas", 2))))))),
        ("drivers", Map(
            ("cephfs", Map(("enabled", true), ("name", $"{WellKnownNamespaces.Rook}.cephfs.csi.ceph.com"))),
            ("rbd", Map(("enabled", false), ("name", $"{WellKnownNamespaces.Rook}.rbd.csi.ceph.com"))),
            ("nfs", Map(("enabled", false), ("name", $"{WellKnownNamespaces.Rook}.nfs.csi.ceph.com"))),
            ("nvmeof", Map(("enabled", false), ("name", $"{WellKnownNamespaces.Rook}.nvmeof.csi.ceph.com"))))));

    /// <summary>Keys: kubernetes/autoscaler, charts/cluster-autoscaler/values.yaml.</summary>
    internal static Dictionary<string, object> ClusterAutoscaler(NodeScaler.ClusterAutoscaler scaler) => Map(
        ("autoDiscovery", Map(("clusterName", scaler.ClusterName))),
        ("awsRegion", scaler.Region),
        ("rbac", Map(("serviceAccount", Map(("name", PlatformCharts.ClusterAutoscaler))))),
        ("extraArgs", Map(
            ("balance-similar-node-groups", "true"),
            ("expander", "least-waste"),
            ("max-graceful-termination-sec", PlatformAddonsDefaults.MaxGracefulSeconds.ToString(CultureInfo.InvariantCulture)),
            ("scale-down-unneeded-time", PlatformAddonsDefaults.IdleNodeTime),
            ("skip-nodes-with-local-storage", "false"))),
        ("priorityClassName", "system-cluster-critical"),
        ("replicaCount", 2),
        ("resources", Resources("100m", "256Mi", "1Gi")));

    /// <summary>Keys: aws/karpenter-provider-aws, charts/karpenter/values.yaml.</summary>
    internal static Dictionary<string, object> Karpenter(NodeScaler.Karpenter scaler) => Map(
        ("serviceAccount", Map(("name", PlatformCharts.Karpenter))),
        ("settings", Map(
            ("clusterName", scaler.ClusterName),
            ("interruptionQueue", scaler.InterruptionQueue),
            ("featureGates", Map(("nodeRepair", true), ("reservedCapacity", true))))),
        ("controller", Map(("resources", Resources("500m", "1Gi", "2Gi")))));

    /// <summary>Keys: kubernetes-sigs/metrics-server, charts/metrics-server/values.yaml.</summary>
    internal static Dictionary<string, object> MetricsServer() => Map(
        ("replicas", 2),
        ("podDisruptionBudget", Map(("enabled", true), ("maxUnavailable", 1))),
        ("priorityClassName", "system-cluster-critical"),
        ("resources", Resources("100m", "200Mi", "500Mi")));
}
