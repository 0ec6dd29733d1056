using System.Collections.Immutable;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Observability;

/// <summary>The processes whose figures our rules, dashboards and scalers use.</summary>
public static class ScrapeCatalog
{
    /// <summary>Label that the Router's figures must have (C9.12).</summary>
    public const string RouterJob = "clawdbot";

    /// <summary>The targets of a system, in a fixed order.</summary>
    /// <param name="spec">Which parts it has.</param>
    public static ImmutableArray<ScrapeTarget> For(ScrapeTargetsSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return [.. Own(spec), .. Others(spec)];
    }

    private static IEnumerable<ScrapeTarget> Own(ScrapeTargetsSpec spec)
    {
        yield return new ScrapeTarget
        {
            Job = "vllm",
            Namespace = WellKnownNamespaces.Models,
            Selector = Labelled(Labels.Component, ModelPoolDefaults.Component),
            Port = "http",
            CopiedLabels = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                [Pair("pool", PodLabel(Labels.Pool)), Pair("model", PodLabel(Labels.Model)), Pair("gpu_sku", PodLabel(Labels.GpuSku))]),
        };
        if (spec.Gateway)
        {
            yield return new ScrapeTarget { Job = RouterJob, Namespace = WellKnownNamespaces.Gateway, ThroughService = true, Selector = Labelled(Labels.Component, ModelPoolDefaults.RouterComponent), Port = GatewayDefaults.StatusPortName };
            yield return new ScrapeTarget { Job = "access-tier", Namespace = WellKnownNamespaces.Gateway, Selector = Labelled(Labels.Component, GatewayDefaults.AccessTierComponent), Port = GatewayDefaults.StatusPortName };
        }
        if (spec.Etcd)
            yield return new ScrapeTarget { Job = "etcd", Namespace = WellKnownNamespaces.Etcd, Selector = Labelled(Labels.Component, EtcdClusterDefaults.Program), Port = "metrics" };
        if (spec.Assistant)
            yield return new ScrapeTarget { Job = "assistant", Namespace = WellKnownNamespaces.Gateway, ThroughService = true, Selector = Labelled(Labels.Component, ClawdbotAssistantDefaults.Component), Port = ClawdbotAssistantDefaults.PortName, Path = ClawdbotAssistantDefaults.MetricsPath, WithToken = true };
    }

    private static IEnumerable<ScrapeTarget> Others(ScrapeTargetsSpec spec)
    {
        if (spec.GpuExporterNamespace.Length > 0)
        {
            yield return new ScrapeTarget
            {
                Job = "dcgm-exporter",
                Namespace = spec.GpuExporterNamespace,
                Selector = Labelled(Labels.Name, "dcgm-exporter"),
                PortNumber = ScrapeTargetsDefaults.GpuExporterPort,
                // It says itself which pod uses a card; the node knows which card it has.
                HonorLabels = true,
                CopiedLabels = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [Pair("gpu_sku", NodeLabel(Labels.GpuSku)), Pair("node", "__meta_kubernetes_pod_node_name")]),
            };
        }
        if (spec.Ceph)
        {
            yield return new ScrapeTarget { Job = "rook-ceph-mgr", Namespace = WellKnownNamespaces.Rook, ThroughService = true, Selector = Labelled("app", "rook-ceph-mgr"), Port = "http-metrics", HonorLabels = true };
            yield return new ScrapeTarget { Job = "rook-ceph-exporter", Namespace = WellKnownNamespaces.Rook, ThroughService = true, Selector = Labelled("app", "rook-ceph-exporter"), Port = "ceph-exporter-http-metrics", HonorLabels = true };
        }
        if (spec.CertManager)
            yield return new ScrapeTarget { Job = "cert-manager", Namespace = WellKnownNamespaces.CertManager, Selector = Labelled(Labels.Component, "controller").Add(Labels.Name, "cert-manager"), PortNumber = ScrapeTargetsDefaults.CertManagerPort, HonorLabels = true };
        if (spec.Keda)
            yield return new ScrapeTarget { Job = "keda-operator", Namespace = WellKnownNamespaces.Keda, Selector = Labelled(Labels.Name, "keda-operator"), PortNumber = ScrapeTargetsDefaults.KedaPort, HonorLabels = true };
    }

    private static ImmutableSortedDictionary<string, string> Labelled(string label, string value) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(label, value);

    private static KeyValuePair<string, string> Pair(string label, string source) => new(label, source);

    private static string PodLabel(string label) => $"__meta_kubernetes_pod_label_{Escaped(label)}";

    private static string NodeLabel(string label) => $"__meta_kubernetes_node_label_{Escaped(label)}";

    /// <summary>Prometheus replaces what its own label names cannot have.</summary>
    private static string Escaped(string label) => new([.. label.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')]);
}
