namespace Clawdbot.Policies.Tests.Testing;

/// <summary>A compliant assistant: its configuration and its Deployment.</summary>
internal static class AssistantSamples
{
    private const string File = """
        {
          // Comments and single quotes are allowed.
          gateway: {
            mode: 'local',
            bind: 'lan',
            auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}' },
            controlUi: { enabled: true, allowedOrigins: ['https://assistant.example.com'] },
            terminal: { enabled: false },
          },
          models: { providers: { vllm: { baseUrl: 'https://gateway/v1', models: [{ id: 'qwen3:32b', name: 'qwen3:32b', contextWindow: 32768, maxTokens: 4096 }] } } },
          agents: { defaults: { maxConcurrent: 8, subagents: { maxConcurrent: 16 }, timeoutSeconds: 600 } },
          channels: {
            telegram: { enabled: true, dmPolicy: 'allowlist', allowFrom: ['1', '2'] },
            imessage: { enabled: true, cliPath: '/opt/imsg.sh', remoteHost: 'me@mac' },
          },
          session: { dmScope: 'per-channel-peer' },
          tools: { deny: ['group:runtime'], exec: { security: 'deny', ask: 'always' }, elevated: { enabled: false } },
        }
        """;

    /// <summary>The configuration in a ConfigMap.</summary>
    public static Sample Configuration { get; } = Holding(File);

    /// <summary>A Deployment that copies the configuration and keeps its state.</summary>
    public static Sample Deployment { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: assistant, namespace: chat }
        spec:
          replicas: 1
          strategy: { type: Recreate }
          selector: { matchLabels: { app: assistant } }
          template:
            metadata: { labels: { app: assistant } }
            spec:
              initContainers:
                - name: seed
                  image: ghcr.io/openclaw/openclaw:2026.9.6
                  command: [cp, /config/openclaw.json, /home/node/.openclaw/openclaw.json]
                  volumeMounts:
                    - { name: config, mountPath: /config }
                    - { name: state, mountPath: /home/node/.openclaw }
              containers:
                - name: openclaw
                  image: ghcr.io/openclaw/openclaw:2026.9.6
                  env:
                    - name: OPENCLAW_GATEWAY_TOKEN
                      valueFrom: { secretKeyRef: { name: assistant, key: token } }
                  readinessProbe:
                    httpGet: { path: /startupz, port: 18789 }
                  ports:
                    - { name: http, containerPort: 18789 }
                  volumeMounts:
                    - { name: state, mountPath: /home/node/.openclaw }
              volumes:
                - name: config
                  configMap: { name: assistant }
                - name: state
                  persistentVolumeClaim: { claimName: state }
        """);

    /// <summary>A container of Docker with the same configuration.</summary>
    public static Sample Docker { get; } = Sample.Of("docker:index/container:Container", """
        image: ghcr.io/openclaw/openclaw:2026.9.6
        uploads:
          - file: /home/node/.openclaw/openclaw.json
            content: "{ gateway: { mode: 'local', bind: 'lan', auth: { token: '${OPENCLAW_GATEWAY_TOKEN}' } } }"
        volumes:
          - { containerPath: /home/node/.openclaw, volumeName: state }
        """);

    /// <summary>The configuration with <paramref name="changed"/> in place of <paramref name="text"/>.</summary>
    public static Sample With(string text, string changed)
    {
        Assert.Contains(text, File, StringComparison.Ordinal);
        return Holding(File.Replace(text, changed, StringComparison.Ordinal));
    }

    /// <summary>A ConfigMap with another configuration.</summary>
    public static Sample Holding(string file) => Sample.Manifest("""
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: assistant, namespace: chat }
        data: {}
        """).With("data[\"openclaw.json\"]", new Clawdbot.Policies.Values.PropertyValue.Text(file));
}
