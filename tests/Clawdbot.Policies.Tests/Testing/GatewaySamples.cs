using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>A compliant gateway: the documents of its programs, their pods, and a model server behind it.</summary>
internal static class GatewaySamples
{
    private const string AccessTierText = """
        {
          "tls": { "minimumVersion": "TLSv1.2", "ciphers": ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"] },
          "tokens": {
            "keysFile": "/etc/clawdbot/jwt/jwks.json",
            "issuers": [{ "issuer": "clawdbot", "audience": "gateway", "algorithms": ["HS256"], "trustedSubjects": ["assistant"] }],
            "clockSkewSeconds": 60
          },
          "routes": { "requestSeconds": 60, "strippedHeaders": ["X-Clawdbot-*", "x-priority"] },
          "headers": { "client": "X-Clawdbot-Client", "tenant": "X-Clawdbot-Tenant", "priority": "X-Priority" },
          "workerShutdownSeconds": 60
        }
        """;

    private const string RouterText = """
        {
          "timeouts": { "modelSeconds": 30, "requestSeconds": 60 },
          "admission": { "inFlight": 128, "queue": 128 },
          "retries": { "maximum": 2 },
          "headers": { "client": "X-Clawdbot-Client", "tenant": "X-Clawdbot-Tenant", "priority": "X-Priority" },
          "drainSeconds": 60
        }
        """;

    /// <summary>The document of the access tier.</summary>
    public static Sample AccessTier { get; } = Holding("access-tier.json", AccessTierText);

    /// <summary>The document of the Router.</summary>
    public static Sample Router { get; } = Holding("router.json", RouterText);

    /// <summary>The pods of the access tier.</summary>
    public static Sample AccessTierPods { get; } = Pods("access-tier", "nginx:1.29.2", "access-tier.json");

    /// <summary>The pods of the Router.</summary>
    public static Sample RouterPods { get; } = Pods("router", "router:1.0.0", "router.json");

    /// <summary>A model server.</summary>
    public static Sample ModelServer { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: qwen, namespace: models }
        spec:
          selector: { matchLabels: { app: qwen } }
          template:
            metadata: { labels: { app: qwen } }
            spec:
              containers: [{ name: vllm, image: "vllm/vllm-openai:v0.18.0", ports: [{ name: http, containerPort: 8000 }] }]
        """);

    /// <summary>Its Service.</summary>
    public static Sample ModelService { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: Service
        metadata: { name: qwen, namespace: models, labels: { app: qwen } }
        spec: { type: ClusterIP, selector: { app: qwen }, ports: [{ name: http, port: 8000 }] }
        """);

    /// <summary>Who may connect to it.</summary>
    public static Sample ModelPolicy { get; } = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: qwen, namespace: models }
        spec:
          podSelector: { matchLabels: { app: qwen } }
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector: { matchExpressions: [{ key: app.kubernetes.io/component, operator: In, values: [router] }] }
                  namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: clawdbot } }
                - podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } }
                  namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
        """);

    /// <summary>The document of the access tier with <paramref name="changed"/> in place of <paramref name="text"/>.</summary>
    public static Sample AccessTierWith(string text, string changed) => Changed("access-tier.json", AccessTierText, text, changed);

    /// <summary>The document of the Router with <paramref name="changed"/> in place of <paramref name="text"/>.</summary>
    public static Sample RouterWith(string text, string changed) => Changed("router.json", RouterText, text, changed);

    /// <summary>A ConfigMap with one file.</summary>
    public static Sample Holding(string file, string content) => Sample.Manifest($$"""
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: "{{file}}", namespace: clawdbot }
        data: {}
        """).With($"data[\"{file}\"]", new PropertyValue.Text(content));

    private static Sample Changed(string file, string document, string text, string changed)
    {
        Assert.Contains(text, document, StringComparison.Ordinal);
        return Holding(file, document.Replace(text, changed, StringComparison.Ordinal));
    }

    private static Sample Pods(string component, string image, string configMap) => Sample.Manifest($$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{component}}, namespace: clawdbot }
        spec:
          selector: { matchLabels: { app.kubernetes.io/component: {{component}} } }
          template:
            metadata: { labels: { app.kubernetes.io/component: {{component}}, app.kubernetes.io/part-of: clawdbot } }
            spec:
              terminationGracePeriodSeconds: 90
              containers:
                - name: {{component}}
                  image: {{image}}
                  lifecycle: { preStop: { sleep: { seconds: 15 } } }
                  volumeMounts:
                    - { name: settings, mountPath: /etc/clawdbot/settings }
                    - { name: keys, mountPath: /etc/clawdbot/jwt }
              volumes:
                - { name: settings, configMap: { name: "{{configMap}}" } }
                - { name: keys, secret: { secretName: keys } }
        """);
}
