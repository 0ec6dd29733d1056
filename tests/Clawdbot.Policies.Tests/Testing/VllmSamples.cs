using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant servers of vLLM.</summary>
internal static class VllmSamples
{
    /// <summary>Where the arguments of <see cref="Deployment"/> are.</summary>
    public const string Arguments = Container + ".args";

    /// <summary>Where the container of <see cref="Deployment"/> is.</summary>
    public const string Container = "spec.template.spec.containers[0]";

    /// <summary>A model on two cards, that every rule about servers accepts.</summary>
    public static Sample Deployment { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: qwen
          namespace: models
        spec:
          replicas: 3
          selector:
            matchLabels: { app.kubernetes.io/name: vllm }
          template:
            metadata:
              labels: { app.kubernetes.io/name: vllm }
            spec:
              terminationGracePeriodSeconds: 330
              nodeSelector: { clawdbot.dev/gpu-sku: h100 }
              tolerations:
                - { key: nvidia.com/gpu, operator: Exists, effect: NoSchedule }
              containers:
                - name: vllm
                  image: vllm/vllm-openai:v0.27.1
                  args:
                    - /mnt/ceph/models/Qwen--Qwen3-32B/main
                    - --served-model-name=qwen3:32b
                    - --host=0.0.0.0
                    - --max-model-len=32768
                    - --gpu-memory-utilization=0.85
                    - --max-num-seqs=64
                    - --max-num-batched-tokens=4096
                    - --tensor-parallel-size=2
                    - --dtype=auto
                    - --shutdown-timeout=300
                  env:
                    - name: VLLM_API_KEY
                      valueFrom: { secretKeyRef: { name: model-server-key, key: api-key } }
                  lifecycle:
                    preStop: { sleep: { seconds: 15 } }
                  startupProbe:
                    httpGet: { path: /health, port: 8000 }
                    periodSeconds: 10
                    failureThreshold: 60
                  livenessProbe:
                    httpGet: { path: /health, port: 8000 }
                    periodSeconds: 10
                    failureThreshold: 6
                  resources:
                    limits: { nvidia.com/gpu: "2" }
                  volumeMounts:
                    - { name: models, mountPath: /mnt/ceph/models, readOnly: true }
                    - { name: shm, mountPath: /dev/shm }
              volumes:
                - name: models
                  persistentVolumeClaim: { claimName: models }
                - name: shm
                  emptyDir: { medium: Memory, sizeLimit: 2Gi }
        """);

    /// <summary>The same in Docker.</summary>
    public static Sample Docker { get; } = Sample.Of("docker:index/container:Container", """
        name: qwen
        image: vllm/vllm-openai:v0.27.1
        command:
          - /mnt/ceph/models/Qwen--Qwen3-32B/main
          - --host=0.0.0.0
          - --max-model-len=32768
          - --gpu-memory-utilization=0.85
          - --max-num-seqs=64
          - --max-num-batched-tokens=4096
          - --tensor-parallel-size=2
          - --dtype=auto
          - --shutdown-timeout=100
        envs: [VLLM_API_KEY=not-a-real-key]
        stopTimeout: 115
        shmSize: 2048
        mounts:
          - { type: bind, source: /srv/models, target: /mnt/ceph/models, readOnly: true }
        """);

    /// <summary>The deployment with these arguments: instead of the same flag, or behind the others.</summary>
    public static Sample With(params string[] arguments)
    {
        var all = Current();
        foreach (var argument in arguments)
        {
            var at = all.FindIndex(a => a.Split('=')[0] == argument.Split('=')[0]);
            if (at < 0)
            {
                all.Add(argument);
            }
            else
            {
                all[at] = argument;
            }
        }

        return Of(all);
    }

    /// <summary>The deployment without a flag.</summary>
    public static Sample Without(string flag) => Of([.. Current().Where(a => a.Split('=')[0] != flag)]);

    /// <summary>The deployment with another model.</summary>
    public static Sample Model(string model) => Of([model, .. Current().Skip(1)]);

    /// <summary>The deployment whose argument of this index is known only after the deployment.</summary>
    public static Sample WithUnknown(int index) => Deployment.WithUnknown($"{Arguments}[{index}]");

    private static List<string> Current() => [.. Place.At(Deployment.Resource, Arguments).Items.Select(item => item.Text!)];

    private static Sample Of(List<string> arguments) => Deployment.With(Arguments, new PropertyValue.List([.. arguments.Select(a => new PropertyValue.Text(a))]));
}
