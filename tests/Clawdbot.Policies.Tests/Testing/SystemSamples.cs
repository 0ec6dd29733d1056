using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>A small complete system that every item of the production checklist accepts, and copies of it that break one thing.</summary>
internal sealed class SystemSamples
{
    private const string Ours = "app.kubernetes.io/part-of: clawdbot, app.kubernetes.io/component";

    private readonly IReadOnlyDictionary<string, Sample> _samples;

    private SystemSamples(IReadOnlyDictionary<string, Sample> samples) => _samples = samples;

    /// <summary>The system as it should be.</summary>
    public static SystemSamples Complete { get; } = new(Objects().ToDictionary(pair => pair.Key, pair => Sample.Manifest(pair.Yaml)));

    /// <summary>Its objects.</summary>
    public Sample[] All => [.. _samples.Values];

    /// <summary>A copy with the YAML <paramref name="value"/> at <paramref name="path"/> of an object.</summary>
    public SystemSamples With(string name, string path, string value) => Changed(name, _samples[name].With(path, value));

    /// <summary>A copy without <paramref name="path"/> of an object.</summary>
    public SystemSamples Without(string name, string path) => Changed(name, _samples[name].Without(path));

    /// <summary>A copy without these objects.</summary>
    public SystemSamples Lacking(params string[] names) => new(_samples.Where(pair => !names.Contains(pair.Key)).ToDictionary());

    /// <summary>A copy with <paramref name="path"/> of an object known only after the deployment.</summary>
    public SystemSamples WithUnknown(string name, string path) => Changed(name, _samples[name].WithUnknown(path));

    /// <summary>A copy with another text in a file of a ConfigMap.</summary>
    public SystemSamples Replaced(string name, string file, string text, string by)
    {
        var path = $"data[\"{file}\"]";
        var content = Place.At(_samples[name].Resource, path).Text!;
        Assert.Contains(text, content, StringComparison.Ordinal);
        return Changed(name, _samples[name].With(path, new PropertyValue.Text(content.Replace(text, by, StringComparison.Ordinal))));
    }

    /// <summary>A copy with another argument of a pool's server.</summary>
    public SystemSamples WithArgument(string name, int index, string argument) => With(name, $"spec.template.spec.containers[0].args[{index}]", $"'{argument}'");

    /// <summary>A copy with one more object.</summary>
    public SystemSamples And(string yaml) => new(new Dictionary<string, Sample>(_samples) { ["another"] = Sample.Manifest(yaml) });

    private SystemSamples Changed(string name, Sample sample) => new(new Dictionary<string, Sample>(_samples) { [name] = sample });

    private static IEnumerable<(string Key, string Yaml)> Objects() =>
    [
        .. Gateway(), .. Pool("small", "small:7b", "a10g", 32768, 1), .. Pool("large", "large:32b", "h100", 16384, 2), .. Storage(), .. Etcd(), .. Readiness(), .. Monitoring(),
    ];

    private static IEnumerable<(string, string)> Gateway()
    {
        foreach (var (name, component, port) in new[] { ("gateway", "access-tier", 8443), ("router", "router", 8080) })
        {
            yield return (name, $$"""
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: {{name}}, namespace: clawdbot, labels: { {{Ours}}: {{component}} } }
                spec:
                  replicas: 2
                  template:
                    metadata: { labels: { {{Ours}}: {{component}}, app.kubernetes.io/instance: {{name}} } }
                    spec:
                      containers:
                        - name: {{name}}
                          image: registry.example.com/{{name}}:1.0.0
                          ports: [{ name: main, containerPort: {{port}} }]
                          livenessProbe:
                            exec: { command: [/opt/clawdbot/healthcheck.sh, 'http://127.0.0.1:9090/livez'] }
                          volumeMounts:
                            - { name: settings, mountPath: /etc/clawdbot/settings, readOnly: true }
                            - { name: script, mountPath: /opt/clawdbot, readOnly: true }
                            - { name: keys, mountPath: /etc/clawdbot/jwt, readOnly: true }
                      volumes:
                        - name: settings
                          configMap: { name: {{name}}-settings }
                        - name: script
                          configMap: { name: healthcheck, defaultMode: 0555 }
                        - name: keys
                          secret: { secretName: jwt-keys }
                """);
        }

        yield return ("gateway-service", $$"""
            apiVersion: v1
            kind: Service
            metadata: { name: gateway, namespace: clawdbot, labels: { {{Ours}}: access-tier } }
            spec:
              type: LoadBalancer
              selector: { app.kubernetes.io/instance: gateway }
              ports: [{ name: https, port: 443, targetPort: main }]
            """);
        yield return ("router-service", $$"""
            apiVersion: v1
            kind: Service
            metadata: { name: router, namespace: clawdbot, labels: { {{Ours}}: router, clawdbot.dev/job: clawdbot } }
            spec:
              type: ClusterIP
              selector: { app.kubernetes.io/instance: router }
              ports: [{ name: http, port: 8080 }, { name: metrics, port: 9090 }]
            """);
        yield return ("healthcheck", $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: healthcheck, namespace: clawdbot, labels: { {{Ours}}: access-tier } }
            data:
              healthcheck.sh: "#!/bin/sh"
            """);
        yield return ("gateway-settings", $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: gateway-settings, namespace: clawdbot, labels: { {{Ours}}: access-tier } }
            data:
              access-tier.json: |
                {
                  "tls": { "minimumVersion": "TLSv1.2", "certificates": [{ "serverNames": ["gateway"], "directory": "/etc/clawdbot/tls" }] },
                  "tokens": {
                    "keysFile": "/etc/clawdbot/jwt/jwks.json",
                    "issuers": [{ "issuer": "clawdbot", "audience": "gateway", "algorithms": ["HS256"], "keyIds": ["clawdbot-1"] }]
                  }
                }
            """);
        yield return ("router-settings", $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: router-settings, namespace: clawdbot, labels: { {{Ours}}: router } }
            data:
              router.json: |
                {
                  "models": [
                    { "name": "small:7b", "aliases": ["small"], "contextTokens": 32768, "pools": ["small"] },
                    { "name": "large:32b", "aliases": [], "contextTokens": 16384, "pools": ["large"] }
                  ],
                  "pools": [
                    { "name": "small", "host": "small-headless.clawdbot-models.svc", "port": 8000, "gpuSku": "a10g", "contextTokens": 32768, "targetMilliseconds": 4500 },
                    { "name": "large", "host": "large-headless.clawdbot-models.svc", "port": 8000, "gpuSku": "h100", "contextTokens": 16384, "targetMilliseconds": 2800 }
                  ]
                }
            """);
        yield return ("assistant-settings", $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: assistant-configuration, namespace: clawdbot, labels: { {{Ours}}: assistant } }
            data:
              openclaw.json: |
                { "models": { "providers": { "vllm": { "models": [{ "id": "small", "contextWindow": 32768 }, { "id": "large:32b", "contextWindow": 16000 }] } } } }
            """);
    }

    private static IEnumerable<(string, string)> Pool(string name, string model, string sku, int context, int cards)
    {
        yield return (name, $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: {{name}}, namespace: clawdbot-models, labels: { {{Ours}}: model-server } }
            spec:
              replicas: 3
              template:
                metadata: { labels: { {{Ours}}: model-server, app.kubernetes.io/name: vllm, app.kubernetes.io/instance: {{name}}, clawdbot.dev/pool: {{name}} } }
                spec:
                  nodeSelector: { clawdbot.dev/gpu-sku: {{sku}} }
                  containers:
                    - name: vllm
                      image: vllm/vllm-openai:v0.27.1
                      args:
                        - /mnt/ceph/models/Example--{{name}}/main
                        - --served-model-name={{model}}
                        - --host=0.0.0.0
                        - --max-model-len={{context}}
                        - --gpu-memory-utilization=0.85
                        - --tensor-parallel-size={{cards}}
                      ports: [{ name: http, containerPort: 8000 }]
                      volumeMounts:
                        - { name: models, mountPath: /mnt/ceph/models, readOnly: true }
                  volumes:
                    - name: models
                      persistentVolumeClaim: { claimName: models }
            """);
        yield return ($"{name}-service", $$"""
            apiVersion: v1
            kind: Service
            metadata: { name: {{name}}-headless, namespace: clawdbot-models, labels: { {{Ours}}: model-server } }
            spec:
              clusterIP: None
              selector: { app.kubernetes.io/instance: {{name}} }
              ports: [{ name: http, port: 8000 }]
            """);
        yield return ($"{name}-policy", $$"""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: { name: {{name}}, namespace: clawdbot-models, labels: { {{Ours}}: model-server } }
            spec:
              podSelector: { matchLabels: { app.kubernetes.io/instance: {{name}} } }
              policyTypes: [Ingress, Egress]
              ingress:
                - from:
                    - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: clawdbot } }
                      podSelector: { matchLabels: { app.kubernetes.io/component: router } }
                  ports: [{ port: http }]
            """);
    }

    private static IEnumerable<(string, string)> Storage()
    {
        yield return ("claim", $$"""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: { name: models, namespace: clawdbot-models, labels: { {{Ours}}: model-storage } }
            spec:
              accessModes: [ReadWriteMany]
              resources: { requests: { storage: 500Gi } }
            """);
        yield return ("loader", $$"""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: loader, namespace: clawdbot-models, labels: { {{Ours}}: model-loader } }
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: load
                      image: registry.example.com/loader:1.0.0
                      volumeMounts:
                        - { name: models, mountPath: /mnt/ceph/models }
                  volumes:
                    - name: models
                      persistentVolumeClaim: { claimName: models }
            """);
    }

    private static IEnumerable<(string, string)> Etcd()
    {
        yield return ("etcd", $$"""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { name: etcd, namespace: clawdbot-etcd, labels: { {{Ours}}: etcd } }
            spec:
              replicas: 3
              template:
                metadata: { labels: { {{Ours}}: etcd, app.kubernetes.io/name: etcd } }
                spec:
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - labelSelector: { matchLabels: { app.kubernetes.io/name: etcd } }
                          topologyKey: kubernetes.io/hostname
                  containers:
                    - name: etcd
                      image: gcr.io/etcd-development/etcd:v3.6.14
                      command: [/usr/local/bin/etcd]
                      args:
                        - --listen-client-urls=https://0.0.0.0:2379
                        - --listen-peer-urls=https://0.0.0.0:2380
                        - --cert-file=/tls/server/tls.crt
                        - --key-file=/tls/server/tls.key
                        - --trusted-ca-file=/tls/server/ca.crt
                        - --client-cert-auth=true
                        - --peer-cert-file=/tls/peer/tls.crt
                        - --peer-key-file=/tls/peer/tls.key
                        - --peer-trusted-ca-file=/tls/peer/ca.crt
                        - --peer-client-cert-auth=true
            """);
        yield return ("etcd-budget", $$"""
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: { name: etcd, namespace: clawdbot-etcd, labels: { {{Ours}}: etcd } }
            spec:
              minAvailable: 2
              selector: { matchLabels: { app.kubernetes.io/name: etcd } }
            """);
    }

    private static IEnumerable<(string, string)> Readiness()
    {
        yield return ("load-test", $$"""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: load-test, namespace: clawdbot, labels: { {{Ours}}: load-test } }
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: load
                      image: registry.example.com/load:1.0.0
                      volumeMounts: [{ name: program, mountPath: /readiness, readOnly: true }]
                  volumes:
                    - name: program
                      configMap: { name: load-test }
            """);
        yield return ("load-test-settings", $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: load-test, namespace: clawdbot, labels: { {{Ours}}: load-test } }
            data:
              readiness.json: |
                { "load": { "concurrency": 100, "errorPercent": 0.5 } }
            """);
    }

    private static IEnumerable<(string, string)> Monitoring()
    {
        yield return ("monitor", $$"""
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: { name: clawdbot, namespace: monitoring, labels: { {{Ours}}: scrape-target } }
            spec:
              jobLabel: clawdbot.dev/job
              namespaceSelector: { matchNames: [clawdbot] }
              selector: { matchLabels: { app.kubernetes.io/component: router } }
              endpoints: [{ port: metrics }]
            """);
        yield return ("alerts", $$"""
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: { name: clawdbot, namespace: monitoring, labels: { {{Ours}}: alerts } }
            spec:
              groups:
                - name: clawdbot
                  rules:
                    - { alert: RouterDown, expr: 'clawdbot_router_up{job="clawdbot"} == 0' }
                    - { alert: SmallSlow, expr: 'histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{pool="small"}[5m]))) > 4.5' }
                    - { alert: LargeSlow, expr: 'histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{pool="large"}[5m]))) > 2.8' }
            """);
    }
}
