using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Gateway;

/// <summary>The pod template of a program of the gateway. It passes Pod Security <c>restricted</c>.</summary>
internal static class GatewayPod
{
    private const string SettingsVolume = "settings";
    private const string ScriptVolume = "healthcheck";
    private const int ReadableByGroup = 0b100_100_000;
    private const int ExecutableByAll = 0b101_101_101;

    /// <summary>Directories that the program may write to.</summary>
    private static readonly (string Volume, string Directory)[] Scratch = [("tmp", "/tmp"), ("run", "/run/clawdbot")];

    internal static PodTemplateSpecArgs Template(GatewayProgram program, GatewayArgs args) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = program.ObjectLabels, Annotations = Annotations(program) },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = program.ObjectName,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            PriorityClassName = args.PriorityClassName!,
            ImagePullSecrets = args.Spec.ImagePullSecret is { } secret ? new InputList<LocalObjectReferenceArgs> { new LocalObjectReferenceArgs { Name = secret } } : [],
            TerminationGracePeriodSeconds = args.Spec.Drain.GracePeriodSeconds,
            Affinity = new AffinityArgs
            {
                PodAntiAffinity = new PodAntiAffinityArgs
                {
                    PreferredDuringSchedulingIgnoredDuringExecution =
                    {
                        new WeightedPodAffinityTermArgs
                        {
                            Weight = 100,
                            PodAffinityTerm = new PodAffinityTermArgs { LabelSelector = new LabelSelectorArgs { MatchLabels = program.Selector }, TopologyKey = Labels.Hostname },
                        },
                    },
                },
            },
            // Strict between hosts: one domain more than needed is no obstacle, and a cluster with a single host has nothing to be even with.
            TopologySpreadConstraints = { Spread(Labels.Hostname, "DoNotSchedule", program), Spread(Labels.Zone, "ScheduleAnyway", program) },
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = GatewayDefaults.UserId,
                RunAsGroup = GatewayDefaults.UserId,
                FsGroup = GatewayDefaults.UserId,
                FsGroupChangePolicy = "OnRootMismatch",
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            Containers = { Container(program, args.Spec) },
            Volumes = Volumes(program),
        },
    };

    private static Dictionary<string, string> Annotations(GatewayProgram program) => new(program.Annotations)
    {
        [GatewayDefaults.ChecksumAnnotation] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program.Settings + GatewayScript.Text))),
    };

    private static ContainerArgs Container(GatewayProgram program, GatewaySpec spec) => new()
    {
        Name = program.Program,
        Image = program.Image,
        ImagePullPolicy = "IfNotPresent",
        Env =
        {
            new EnvVarArgs { Name = "CLAWDBOT_SETTINGS", Value = $"{GatewayDefaults.SettingsDirectory}/{program.SettingsFile}" },
            // So that the script also works when a person or the checklist runs it without an argument.
            new EnvVarArgs { Name = "HEALTHCHECK_URL", Value = LiveUrl(program) },
        },
        Ports =
        {
            new ContainerPortArgs { Name = program.PortName, ContainerPortValue = program.Port, Protocol = "TCP" },
            new ContainerPortArgs { Name = GatewayDefaults.StatusPortName, ContainerPortValue = program.StatusPort, Protocol = "TCP" },
        },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = program.Size.CpuRequest, ["memory"] = program.Size.Memory, ["ephemeral-storage"] = GatewayPodSize.StorageRequest },
            Limits = { ["cpu"] = program.Size.CpuLimit, ["memory"] = program.Size.Memory, ["ephemeral-storage"] = GatewayPodSize.StorageLimit },
        },
        StartupProbe = Ready(periodSeconds: 2, failureThreshold: 30),
        ReadinessProbe = Ready(periodSeconds: 5, failureThreshold: 2),
        LivenessProbe = new ProbeArgs
        {
            Exec = new ExecActionArgs { Command = { $"{GatewayDefaults.ScriptDirectory}/{GatewayDefaults.ScriptFile}", LiveUrl(program) } },
            PeriodSeconds = 10,
            // Longer than the script's own limit of 4 s, so that its message reaches the event.
            TimeoutSeconds = 6,
            FailureThreshold = 3,
        },
        Lifecycle = new LifecycleArgs { PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = spec.Drain.PreStopSeconds } } },
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = Mounts(program),
    };

    private static string LiveUrl(GatewayProgram program) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{program.StatusPort}{GatewayDefaults.LivePath}");

    private static ProbeArgs Ready(int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = GatewayDefaults.ReadyPath, Port = GatewayDefaults.StatusPortName, Scheme = "HTTP" },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 2,
        FailureThreshold = failureThreshold,
    };

    private static TopologySpreadConstraintArgs Spread(string key, string whenUnsatisfiable, GatewayProgram program) => new()
    {
        LabelSelector = new LabelSelectorArgs { MatchLabels = program.Selector },
        MatchLabelKeys = { "pod-template-hash" },
        MaxSkew = 1,
        NodeTaintsPolicy = "Honor",
        TopologyKey = key,
        WhenUnsatisfiable = whenUnsatisfiable,
    };

    private static InputList<VolumeMountArgs> Mounts(GatewayProgram program)
    {
        var mounts = new InputList<VolumeMountArgs>
        {
            new VolumeMountArgs { Name = SettingsVolume, MountPath = GatewayDefaults.SettingsDirectory, ReadOnly = true },
            new VolumeMountArgs { Name = ScriptVolume, MountPath = GatewayDefaults.ScriptDirectory, ReadOnly = true },
        };
        foreach (var (volume, _, directory) in program.Secrets)
            mounts.Add(new VolumeMountArgs { Name = volume, MountPath = directory, ReadOnly = true });
        foreach (var (volume, directory) in Scratch)
            mounts.Add(new VolumeMountArgs { Name = volume, MountPath = directory });
        return mounts;
    }

    private static InputList<VolumeArgs> Volumes(GatewayProgram program)
    {
        var volumes = new InputList<VolumeArgs>
        {
            new VolumeArgs { Name = SettingsVolume, ConfigMap = new ConfigMapVolumeSourceArgs { Name = program.SettingsMap } },
            new VolumeArgs { Name = ScriptVolume, ConfigMap = new ConfigMapVolumeSourceArgs { Name = GatewayDefaults.ScriptMap, DefaultMode = ExecutableByAll } },
        };
        foreach (var (volume, secret, _) in program.Secrets)
            volumes.Add(new VolumeArgs { Name = volume, Secret = new SecretVolumeSourceArgs { SecretName = secret, DefaultMode = ReadableByGroup } });
        foreach (var (volume, _) in Scratch)
            volumes.Add(new VolumeArgs { Name = volume, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = GatewayPodSize.ScratchSize } });
        return volumes;
    }
}
