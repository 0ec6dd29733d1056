using System.Globalization;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Serving;

/// <summary>The pod template of a pool: one vLLM server that passes Pod Security <c>restricted</c>.</summary>
internal static class ModelServerPod
{
    internal const string HttpPort = "http";
    private const string Weights = "models";
    private const string Cache = "cache";
    private const string Temporary = "tmp";
    private const string SharedMemory = "shm";

    internal static PodTemplateSpecArgs Template(ModelPoolArgs args, Dictionary<string, string> labels, Dictionary<string, string> selector) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = labels },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = args.Spec.Name,
            AutomountServiceAccountToken = false,
            // A Service called "vllm" would otherwise set VLLM_PORT, which vLLM reads as its own.
            EnableServiceLinks = false,
            PriorityClassName = args.PriorityClassName!,
            NodeSelector = { [Labels.GpuSku] = args.Spec.Sku },
            Tolerations = { new TolerationArgs { Key = "nvidia.com/gpu", Operator = "Exists", Effect = "NoSchedule" } },
            Affinity = new AffinityArgs { PodAntiAffinity = ModelServerPlacement.AntiAffinity(args.Spec.Rollout, selector) },
            TopologySpreadConstraints = ModelServerPlacement.Spread(args.Spec.Rollout, selector),
            TerminationGracePeriodSeconds = args.Spec.Drain.GracePeriodSeconds,
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = VllmDefaults.UserId,
                RunAsGroup = VllmDefaults.UserId,
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            Containers = { Container(args) },
            Volumes = Volumes(args),
        },
    };

    private static ContainerArgs Container(ModelPoolArgs args) => new()
    {
        Name = ModelPoolDefaults.Program,
        Image = args.Spec.Image,
        ImagePullPolicy = "IfNotPresent",
        Args = args.Spec.Flags,
        Env = ModelServerEnvironment.Variables(args.Spec).Select(pair => new EnvVarArgs { Name = pair.Key, Value = pair.Value })
            .Append(new EnvVarArgs
            {
                Name = VllmDefaults.ApiKeyVariable,
                ValueFrom = new EnvVarSourceArgs
                {
                    SecretKeyRef = new SecretKeySelectorArgs { Name = args.ApiKeySecretName, Key = ModelServerKeyDefaults.Key },
                },
            })
            .ToArray(),
        Ports = { new ContainerPortArgs { Name = HttpPort, ContainerPortValue = VllmDefaults.Port, Protocol = "TCP" } },
        Resources = Resources(args.Spec),
        // The port refuses connections until the model is loaded and warm, so one path answers all three questions.
        StartupProbe = Probe(ModelPoolDefaults.StartupPeriodSeconds, ProbeBudget.FailureThreshold(args.Spec.StartupSeconds, ModelPoolDefaults.StartupPeriodSeconds)),
        ReadinessProbe = Probe(ModelPoolDefaults.ReadinessPeriodSeconds, ModelPoolDefaults.ReadinessFailures),
        LivenessProbe = Probe(ModelPoolDefaults.LivenessPeriodSeconds, ModelPoolDefaults.LivenessFailures),
        Lifecycle = new LifecycleArgs
        {
            PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = args.Spec.Drain.PreStopSeconds } },
        },
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = Mounts(args),
    };

    private static ProbeArgs Probe(int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = VllmDefaults.HealthPath, Port = HttpPort, Scheme = "HTTP" },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = ModelPoolDefaults.ProbeTimeoutSeconds,
        FailureThreshold = failureThreshold,
    };

    /// <summary>Requests equal limits for processor and memory: such pods are evicted last, and the node is theirs anyway.</summary>
    private static ResourceRequirementsArgs Resources(ModelPoolSpec spec)
    {
        var cpu = spec.Cpu.ToString(CultureInfo.InvariantCulture);
        var memory = string.Create(CultureInfo.InvariantCulture, $"{spec.MemoryGiB}Gi");
        var gpus = spec.GpusPerReplica.ToString(CultureInfo.InvariantCulture);
        return new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = cpu, ["memory"] = memory, ["ephemeral-storage"] = ModelPoolDefaults.EphemeralStorageRequest, ["nvidia.com/gpu"] = gpus },
            Limits = { ["cpu"] = cpu, ["memory"] = memory, ["ephemeral-storage"] = ModelPoolDefaults.EphemeralStorageLimit, ["nvidia.com/gpu"] = gpus },
        };
    }

    private static InputList<VolumeMountArgs> Mounts(ModelPoolArgs args)
    {
        var mounts = new InputList<VolumeMountArgs>
        {
            new VolumeMountArgs { Name = Weights, MountPath = ModelStorageDefaults.MountPath, ReadOnly = true },
            new VolumeMountArgs { Name = Cache, MountPath = ModelPoolDefaults.CachePath },
            new VolumeMountArgs { Name = Temporary, MountPath = "/tmp" },
        };
        if (args.Spec.Plan.Pod.SharedMemoryGiB > 0)
            mounts.Add(new VolumeMountArgs { Name = SharedMemory, MountPath = "/dev/shm" });
        return mounts;
    }

    private static InputList<VolumeArgs> Volumes(ModelPoolArgs args)
    {
        var volumes = new InputList<VolumeArgs>
        {
            new VolumeArgs { Name = Weights, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = args.ClaimName, ReadOnly = true } },
            new VolumeArgs { Name = Cache, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = ModelPoolDefaults.CacheSize } },
            new VolumeArgs { Name = Temporary, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = ModelPoolDefaults.TemporarySize } },
        };
        if (args.Spec.Plan.Pod.SharedMemoryGiB > 0)
            volumes.Add(new VolumeArgs { Name = SharedMemory, EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = string.Create(CultureInfo.InvariantCulture, $"{args.Spec.Plan.Pod.SharedMemoryGiB}Gi") } });
        return volumes;
    }
}
