namespace Clawdbot.Cli.Tests.Rendering;

/// <summary>A small valid object of each operator in use, with a word of it and that word misspelt.</summary>
internal static class OperatorObjects
{
    public static IReadOnlyList<(string Name, string Manifest, string Right, string Wrong)> All { get; } =
    [
        ("keda", """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: sample}
            spec:
              scaleTargetRef: {name: sample}
              pollingInterval: 30
              triggers:
                - type: prometheus
                  metadata: {serverAddress: "http://prometheus:9090", query: up, threshold: "1"}
            """, "pollingInterval", "pollingIntervall"),
        ("prometheus-rule", """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: sample}
            spec:
              groups:
                - name: sample
                  rules:
                    - {alert: Down, expr: up == 0, annotations: {summary: down}}
            """, "annotations", "anotations"),
        ("service-monitor", """
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: sample}
            spec:
              selector: {}
              endpoints:
                - {port: metrics, interval: 30s}
            """, "interval", "intervall"),
        ("certificate", """
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: {name: sample}
            spec:
              secretName: sample
              issuerRef: {name: sample, kind: ClusterIssuer}
              dnsNames: [sample]
            """, "dnsNames", "dnsName"),
        ("node-pool", """
            apiVersion: karpenter.sh/v1
            kind: NodePool
            metadata: {name: sample}
            spec:
              template:
                spec:
                  nodeClassRef: {group: karpenter.k8s.aws, kind: EC2NodeClass, name: sample}
                  requirements:
                    - {key: karpenter.sh/capacity-type, operator: In, values: [on-demand]}
            """, "requirements", "requirement"),
        ("node-class", """
            apiVersion: karpenter.k8s.aws/v1
            kind: EC2NodeClass
            metadata: {name: sample}
            spec:
              amiSelectorTerms: [{alias: al2023@v20260101}]
              role: sample
              subnetSelectorTerms: [{id: subnet-1}]
              securityGroupSelectorTerms: [{id: sg-1}]
            """, "amiSelectorTerms", "amiSelectorTerm"),
        ("ceph-cluster", """
            apiVersion: ceph.rook.io/v1
            kind: CephCluster
            metadata: {name: sample}
            spec:
              dataDirHostPath: /var/lib/rook
            """, "dataDirHostPath", "dataDirHostpath"),
        ("ceph-file-system", """
            apiVersion: ceph.rook.io/v1
            kind: CephFilesystem
            metadata: {name: sample}
            spec:
              metadataPool: {replicated: {size: 3}}
              dataPools: [{name: data}]
              metadataServer: {activeCount: 1}
            """, "size", "sise"),
        ("ceph-group", """
            apiVersion: ceph.rook.io/v1
            kind: CephFilesystemSubVolumeGroup
            metadata: {name: sample}
            spec:
              filesystemName: models
              pinning: {distributed: 1}
            """, "pinning", "pining"),
    ];
}
