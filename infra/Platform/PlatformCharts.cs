using System.Collections.Immutable;

namespace Clawdbot.Infra.Platform;

/// <summary>The charts of the add-ons, with their places and versions.</summary>
public static class PlatformCharts
{
    /// <summary>Name of the release of cert-manager.</summary>
    public const string CertManager = "cert-manager";

    /// <summary>Name of the release of Prometheus; its Service is called after it.</summary>
    public const string Monitoring = "kube-prometheus-stack";

    /// <summary>Name of the release of KEDA.</summary>
    public const string Keda = "keda";

    /// <summary>Name of the release of the device plugin.</summary>
    public const string DevicePlugin = "nvidia-device-plugin";

    /// <summary>Name of the release of the GPU operator.</summary>
    public const string GpuOperator = "gpu-operator";

    /// <summary>Name of the release of the GPU exporter.</summary>
    public const string DcgmExporter = "dcgm-exporter";

    /// <summary>Name of the release of Rook.</summary>
    public const string Rook = "rook-ceph";

    /// <summary>Name of the release of Ceph's CSI drivers.</summary>
    public const string CsiDrivers = "ceph-csi-drivers";

    /// <summary>Name of the release of cluster-autoscaler.</summary>
    public const string ClusterAutoscaler = "cluster-autoscaler";

    /// <summary>Name of the release of Karpenter.</summary>
    public const string Karpenter = "karpenter";

    /// <summary>Name of the release of metrics-server.</summary>
    public const string MetricsServer = "metrics-server";

    /// <summary>All release names, for messages.</summary>
    public static ImmutableArray<string> Names { get; } =
        [CertManager, Monitoring, Keda, DevicePlugin, GpuOperator, DcgmExporter, Rook, CsiDrivers, ClusterAutoscaler, Karpenter, MetricsServer];

    /// <summary>The charts that <paramref name="spec"/> asks for, each after those that it needs.</summary>
    /// <param name="spec">What to install.</param>
    public static ImmutableArray<HelmChart> For(PlatformAddonsSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return [.. All(spec).Select(chart => spec.Versions.TryGetValue(chart.Name, out var version) ? chart with { Version = version } : chart)];
    }

    private static IEnumerable<HelmChart> All(PlatformAddonsSpec spec)
    {
        if (spec.CertManager == AddonSource.Install)
            yield return new(CertManager, CertManager, "https://charts.jetstack.io", PlatformAddonsDefaults.CertManagerVersion, WellKnownNamespaces.CertManager, ClusterValues.CertManager(), []);
        if (spec.Monitoring == AddonSource.Install)
            yield return new(Monitoring, Monitoring, "https://prometheus-community.github.io/helm-charts", PlatformAddonsDefaults.MonitoringVersion, WellKnownNamespaces.Monitoring, MonitoringValues.Of(spec), []);
        if (spec.MetricsServer == AddonSource.Install)
            yield return new(MetricsServer, MetricsServer, "https://kubernetes-sigs.github.io/metrics-server/", PlatformAddonsDefaults.MetricsServerVersion, WellKnownNamespaces.KubeSystem, ClusterValues.MetricsServer(), []);
        if (spec.Keda == AddonSource.Install)
            yield return new(Keda, Keda, "https://kedacore.github.io/charts", PlatformAddonsDefaults.KedaVersion, WellKnownNamespaces.Keda, ClusterValues.Keda(), []);
        if (spec.Gpus == GpuSupport.DevicePlugin)
            yield return new(DevicePlugin, DevicePlugin, "https://nvidia.github.io/k8s-device-plugin", PlatformAddonsDefaults.DevicePluginVersion, WellKnownNamespaces.NodeAgents, GpuValues.DevicePlugin(), []);
        if (spec.Gpus == GpuSupport.GpuOperator)
            yield return new(GpuOperator, GpuOperator, "https://helm.ngc.nvidia.com/nvidia", PlatformAddonsDefaults.GpuOperatorVersion, WellKnownNamespaces.NodeAgents, GpuValues.Operator(), []);
        if (spec.DcgmExporter == AddonSource.Install)
            yield return new(DcgmExporter, DcgmExporter, "https://nvidia.github.io/dcgm-exporter/helm-charts", PlatformAddonsDefaults.DcgmExporterVersion, WellKnownNamespaces.NodeAgents, GpuValues.Exporter(spec), []);
        if (spec.Rook == AddonSource.Install)
        {
            yield return new(Rook, Rook, "https://charts.rook.io/release", PlatformAddonsDefaults.RookVersion, WellKnownNamespaces.Rook, ClusterValues.Rook(), []);
            yield return new(CsiDrivers, CsiDrivers, "https://ceph.github.io/ceph-csi-operator", PlatformAddonsDefaults.CsiDriversVersion, WellKnownNamespaces.Rook, ClusterValues.CsiDrivers(), [Rook]);
        }
        if (spec.NodeScaler is NodeScaler.ClusterAutoscaler groups)
            yield return new(ClusterAutoscaler, ClusterAutoscaler, "https://kubernetes.github.io/autoscaler", PlatformAddonsDefaults.ClusterAutoscalerVersion, WellKnownNamespaces.KubeSystem, ClusterValues.ClusterAutoscaler(groups), []);
        if (spec.NodeScaler is NodeScaler.Karpenter karpenter)
            yield return new(Karpenter, "oci://public.ecr.aws/karpenter/karpenter", "", PlatformAddonsDefaults.KarpenterVersion, WellKnownNamespaces.KubeSystem, ClusterValues.Karpenter(karpenter), []);
    }

    /// <summary>The namespaces that these charts need, with the tightest Pod Security level that they run under; kube-system exists already.</summary>
    /// <param name="charts">The charts.</param>
    public static ImmutableArray<AddonNamespace> Namespaces(IEnumerable<HelmChart> charts)
    {
        var used = charts.SelectMany(chart => chart.Name == Monitoring ? [chart.Namespace, WellKnownNamespaces.NodeAgents] : new[] { chart.Namespace })
            .Distinct().Where(space => space != WellKnownNamespaces.KubeSystem);
        return [.. used.Select(space => new AddonNamespace(space, Level(space)))];
    }

    private static string Level(string space) => space switch
    {
        WellKnownNamespaces.CertManager or WellKnownNamespaces.Keda => "restricted",
        WellKnownNamespaces.Monitoring => "baseline",
        // Devices, host paths, the node's network.
        _ => "privileged",
    };
}
