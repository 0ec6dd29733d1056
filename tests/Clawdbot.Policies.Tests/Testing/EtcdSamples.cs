namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant members of etcd, and what belongs to them.</summary>
internal static class EtcdSamples
{
    /// <summary>Three members.</summary>
    public static Sample Members { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: etcd, namespace: store }
        spec:
          replicas: 3
          serviceName: etcd
          selector: { matchLabels: { app: etcd } }
          template:
            metadata: { labels: { app: etcd } }
            spec:
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: kubernetes.io/hostname
                      labelSelector: { matchLabels: { app: etcd } }
              containers:
                - name: etcd
                  image: quay.io/coreos/etcd:v3.6.14
                  command: [/usr/local/bin/etcd]
                  args:
                    - --data-dir=/var/lib/etcd/data
                    - --listen-client-urls=https://0.0.0.0:2379
                    - --listen-peer-urls=https://0.0.0.0:2380
                    - --cert-file=/tls/tls.crt
                    - --key-file=/tls/tls.key
                    - --trusted-ca-file=/tls/ca.crt
                    - --client-cert-auth=true
                    - --peer-cert-file=/peer/tls.crt
                    - --peer-key-file=/peer/tls.key
                    - --peer-trusted-ca-file=/peer/ca.crt
                    - --peer-client-cert-auth=true
                    - --tls-min-version=TLS1.2
                    - --auto-compaction-mode=periodic
                    - --auto-compaction-retention=60m
                    - --quota-backend-bytes=2147483648
                  volumeMounts:
                    - { name: data, mountPath: /var/lib/etcd }
          volumeClaimTemplates:
            - metadata: { name: data }
              spec: { accessModes: [ReadWriteOnce] }
        """);

    /// <summary>Their budget.</summary>
    public static Sample Budget { get; } = Sample.Manifest("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: etcd, namespace: store }
        spec:
          maxUnavailable: 1
          selector: { matchLabels: { app: etcd } }
        """);

    /// <summary>Their backup.</summary>
    public static Sample Backup { get; } = Sample.Manifest("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: nightly, namespace: store }
        spec:
          schedule: "0 1 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: save
                      image: quay.io/coreos/etcd:v3.6.14
                      command: [/usr/local/bin/etcdctl, snapshot, save, /backup/snapshot.db]
        """);

    /// <summary>A copy with other values for the place of <paramref name="index"/> in the list of arguments.</summary>
    public static Sample WithArgument(int index, string argument) =>
        Members.With($"spec.template.spec.containers[0].args[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", argument);
}
