using System.Globalization;
using static Clawdbot.Infra.Platform.ChartValues;

namespace Clawdbot.Infra.Platform;

/// <summary>Values of kube-prometheus-stack. Keys: prometheus-community/helm-charts, charts/kube-prometheus-stack/values.yaml.</summary>
internal static class MonitoringValues
{
    internal static Dictionary<string, object> Of(PlatformAddonsSpec spec) => Map(
        ("prometheus", Map(("prometheusSpec", Prometheus(spec)))),
        ("alertmanager", Map(("alertmanagerSpec", Alertmanager(spec)))),
        ("grafana", Grafana()),
        ("prometheusOperator", Map(("resources", Resources("100m", "128Mi", "512Mi")))),
        ("kube-state-metrics", Map(
            // By itself it exports no label of ours, and alerts for each pool and card need them.
            ("metricLabelsAllowlist", new object[]
            {
                $"pods=[{Labels.Name},{Labels.Component},{Labels.Pool},{Labels.Model},{Labels.GpuSku}]",
                $"deployments=[{Labels.Component},{Labels.Pool}]",
                $"nodes=[{Labels.GpuSku},{Labels.Zone}]",
            }),
            ("resources", Resources("50m", "128Mi", "512Mi")))),
        ("prometheus-node-exporter", Map(
            // It needs the node's own network and files, which no other part of monitoring does.
            ("namespaceOverride", WellKnownNamespaces.NodeAgents),
            ("tolerations", new object[] { Map(("operator", "Exists"), ("effect", "NoSchedule")) }),
            ("priorityClassName", "system-node-critical"),
            ("resources", Resources("50m", "64Mi", "128Mi")))),
        // Managed control planes show none of these, and on kubeadm they listen on loopback: the alerts would fire for ever.
        ("kubeControllerManager", Off()),
        ("kubeScheduler", Off()),
        ("kubeEtcd", Off()),
        ("kubeProxy", Off()));

    private static Dictionary<string, object> Prometheus(PlatformAddonsSpec spec)
    {
        var values = Map(
            ("retention", string.Create(CultureInfo.InvariantCulture, $"{spec.PrometheusRetentionDays}d")),
            // A full volume stops Prometheus; the oldest days go first instead.
            ("retentionSize", string.Create(CultureInfo.InvariantCulture, $"{(long)spec.PrometheusStorageGiB * PlatformAddonsDefaults.UsableStoragePercent / 100}GB")),
            ("scrapeInterval", "30s"),
            ("resources", Resources("500m", "2Gi", "8Gi")),
            ("priorityClassName", PriorityClasses.Critical),
            ("storageSpec", Claim(spec, string.Create(CultureInfo.InvariantCulture, $"{spec.PrometheusStorageGiB}Gi"))));
        // The chart would otherwise read only what bears the label of its own release, so none of ours.
        foreach (var kind in new[] { "serviceMonitor", "podMonitor", "rule", "probe", "scrapeConfig" })
            values[$"{kind}SelectorNilUsesHelmValues"] = false;
        return values;
    }

    private static Dictionary<string, object> Alertmanager(PlatformAddonsSpec spec)
    {
        var values = Map(
            ("storage", Claim(spec, PlatformAddonsDefaults.AlertmanagerStorage)),
            ("priorityClassName", PriorityClasses.Critical),
            ("resources", Resources("20m", "64Mi", "256Mi")));
        if (spec.AlertmanagerSecret.Length > 0)
        {
            values["useExistingSecret"] = true;
            values["configSecret"] = spec.AlertmanagerSecret;
            values["secrets"] = spec.AlertmanagerReceiverSecrets.ToArray<object>();
        }
        return values;
    }

    private static Dictionary<string, object> Grafana() => Map(
        ("admin", Map(("existingSecret", PlatformAddonsDefaults.GrafanaSecret), ("userKey", "admin-user"), ("passwordKey", "admin-password"))),
        ("sidecar", Map(("dashboards", Map(("enabled", true), ("label", "grafana_dashboard"), ("labelValue", "1"), ("searchNamespace", "ALL"))))),
        // Dashboards are code; what somebody clicks together would be lost with the pod.
        ("persistence", Off()),
        ("grafana.ini", Map(
            ("analytics", Map(("check_for_updates", false), ("reporting_enabled", false))),
            ("users", Map(("allow_sign_up", false))))),
        ("resources", Resources("100m", "256Mi", "512Mi")));

    private static Dictionary<string, object> Claim(PlatformAddonsSpec spec, string size)
    {
        var claim = Map(("accessModes", new object[] { "ReadWriteOnce" }), ("resources", Map(("requests", Map(("storage", size))))));
        if (spec.StorageClass.Length > 0)
            claim["storageClassName"] = spec.StorageClass;
        return Map(("volumeClaimTemplate", Map(("spec", claim))));
    }
}
