using System.Globalization;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Values;
using Google.Protobuf;

namespace Clawdbot.Bench;

/// <summary>The resources that both packs are asked about, as the engine would send them; the same bytes for both.</summary>
internal static class PolicyPayload
{
    private const string Prefix = "clawdbot-bench";

    /// <summary>One request for each of <paramref name="count"/> Deployments; every third breaks a few of the ten rules.</summary>
    public static IReadOnlyList<byte[]> Requests(int count) => [.. Enumerable.Range(0, count).Select(Request)];

    private static byte[] Request(int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{index}");
        var properties = (PropertyValue.Map)YamlValues.Read("bench", Yaml(name, index))[0].Value;
        return new Resource
        {
            Type = "kubernetes:apps/v1:Deployment",
            Urn = $"urn:pulumi:bench::clawdbot::kubernetes:apps/v1:Deployment::{name}",
            Name = name,

            // The Node SDK asks for it.
            Options = new ResourceOptions { Parent = "urn:pulumi:bench::clawdbot::pulumi:pulumi:Stack::clawdbot-bench" },
            Properties = UnsafeByteOperations.UnsafeWrap(StructWriter.Write(properties)),
        }.ToByteArray();
    }

    private static string Yaml(string name, int index) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{name}}
          namespace: bench
          labels: { app.kubernetes.io/name: {{name}}, app.kubernetes.io/part-of: bench }
        spec:
          replicas: 3
          selector: { matchLabels: { app.kubernetes.io/name: {{name}} } }
          template:
            metadata: { labels: { app.kubernetes.io/name: {{name}}, app.kubernetes.io/part-of: bench } }
            spec:
              serviceAccountName: {{name}}
              automountServiceAccountToken: false
              hostNetwork: {{(index % 21 == 0 ? "true" : "false")}}
              securityContext: { runAsNonRoot: {{(index % 9 == 0 ? "false" : "true")}}, runAsUser: 10001, seccompProfile: { type: RuntimeDefault } }
              initContainers:
        {{Container("prepare", index + 1)}}
              containers:
        {{Container("web", index)}}
        {{Container("proxy", index + 2)}}
              volumes:
                - { name: tmp, emptyDir: { sizeLimit: 64Mi } }
                - { name: configuration, {{(index % 15 == 0 ? "hostPath: { path: /etc }" : "configMap: { name: x }")}} }
        """;

    private static string Container(string name, int index) => $$"""
                - name: {{name}}
                  image: registry.example.com/{{name}}:{{(index % 12 == 0 ? "latest" : "1.2.3")}}
                  command: [/{{name}}, --listen=0.0.0.0:8080, --log-format=json]
                  env:
                    - { name: MODE, value: fast }
                    - { name: TOKEN, valueFrom: { secretKeyRef: { name: token, key: token } } }
                  ports: [{ name: http, containerPort: 8080 }]
                  resources:
                    requests: { cpu: 100m, memory: 128Mi }
                    limits: {{(index % 6 == 0 ? "{ cpu: 1 }" : "{ memory: 128Mi }")}}
                  securityContext:
                    privileged: {{(index % 30 == 0 ? "true" : "false")}}
                    allowPrivilegeEscalation: {{(index % 3 == 0 ? "true" : "false")}}
                    readOnlyRootFilesystem: {{(index % 3 == 0 ? "false" : "true")}}
                    capabilities: { drop: [{{(index % 3 == 0 ? "NET_RAW" : "ALL")}}] }
                  livenessProbe: { httpGet: { path: /livez, port: http } }
                  readinessProbe: { httpGet: { path: /readyz, port: http } }
                  volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: configuration, mountPath: /etc/app, readOnly: true }]
        """;
}
