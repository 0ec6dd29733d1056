namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>Pods that something else than a rendered object starts, and that rendered objects select.</summary>
/// <param name="Namespace">Where they run.</param>
/// <param name="Labels">Labels by which they are selected.</param>
/// <param name="Ports">Their ports, by name or by number.</param>
/// <param name="Reason">Who starts them.</param>
internal sealed record OutsideProgram(string Namespace, IReadOnlyDictionary<string, string> Labels, string[] Ports, string Reason)
{
    public static IReadOnlyList<OutsideProgram> All { get; } =
    [
        Of("kube-system", "k8s-app=kube-dns", ["53"], "CoreDNS of the cluster"),
        Of("monitoring", "app.kubernetes.io/name=prometheus", ["9090"], "prometheus-operator, for the Prometheus of kube-prometheus-stack"),
        Of("cert-manager", "app.kubernetes.io/name=cert-manager,app.kubernetes.io/component=controller", ["9402"], "chart cert-manager"),
        Of("keda", "app.kubernetes.io/name=keda-operator", ["8080"], "chart keda"),
        Of("node-agents", "app.kubernetes.io/name=dcgm-exporter", ["9400"], "chart dcgm-exporter"),
        Of("rook-ceph", "app=rook-ceph-mgr", ["http-metrics"], "Service of Rook for CephCluster"),
        Of("rook-ceph", "app=rook-ceph-exporter", ["ceph-exporter-http-metrics"], "Service of Rook for CephCluster"),
        Of("rook-ceph", "app=rook-ceph-osd", [], "Rook, for CephCluster"),
        Of("rook-ceph", "app=rook-ceph-osd-prepare", [], "Rook, for CephCluster"),
        Of("rook-ceph", "app=rook-ceph-mds", [], "Rook, for CephFilesystem"),
    ];

    private static OutsideProgram Of(string space, string labels, string[] ports, string reason) =>
        new(space, labels.Split(',').Select(label => label.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), ports, reason);
}
