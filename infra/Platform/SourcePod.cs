using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Platform;

/// <summary>The pod of a <see cref="SourceProgram"/>: one container compiles the sources, the other runs them, both under Pod Security <c>restricted</c>.</summary>
internal sealed record SourcePod
{
    private const string ProgramVolume = "program";
    private const string WorkVolume = "work";
    private const string TemporaryVolume = "tmp";

    /// <summary>The program.</summary>
    internal required SourceProgram Program { get; init; }

    /// <summary>Image with the SDK.</summary>
    internal required string Image { get; init; }

    /// <summary>ConfigMap with sources and settings.</summary>
    internal required Input<string> ProgramMap { get; init; }

    /// <summary>Service account.</summary>
    internal required Input<string> Account { get; init; }

    /// <summary>Priority class; null for none.</summary>
    internal Input<string>? PriorityClassName { get; init; }

    /// <summary>Name of the container that runs the program; the Job judges its exit code.</summary>
    internal required string Container { get; init; }

    /// <summary>How it is run.</summary>
    internal required ImmutableArray<string> Command { get; init; }

    /// <summary>Resources of either container.</summary>
    internal required SourcePodSize Size { get; init; }

    /// <summary>User and group, not 0.</summary>
    internal required int UserId { get; init; }

    /// <summary>Seconds from SIGTERM to SIGKILL.</summary>
    internal required int GracePeriodSeconds { get; init; }

    /// <summary>Further variables of the container that runs.</summary>
    internal IEnumerable<EnvVarArgs> Variables { get; init; } = [];

    /// <summary>Further mounts of it.</summary>
    internal IEnumerable<VolumeMountArgs> Mounts { get; init; } = [];

    /// <summary>Their volumes.</summary>
    internal IEnumerable<VolumeArgs> Volumes { get; init; } = [];

    /// <summary>Taints that the pod stands.</summary>
    internal IEnumerable<TolerationArgs> Tolerations { get; init; } = [];

    /// <summary>Port that it listens on; null for none.</summary>
    internal ContainerPortArgs? Port { get; init; }

    /// <summary>Template with these labels.</summary>
    internal PodTemplateSpecArgs Template(Dictionary<string, string> labels) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = labels },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = Account,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            PriorityClassName = PriorityClassName!,
            RestartPolicy = "Never",
            TerminationGracePeriodSeconds = GracePeriodSeconds,
            Tolerations = Tolerations.ToArray(),
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = UserId,
                RunAsGroup = UserId,
                FsGroup = UserId,
                // Files of a storage may be many and large: their owner is changed once, when the volume is new.
                FsGroupChangePolicy = "OnRootMismatch",
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            InitContainers = { Create("build", Program.Build, [], []) },
            Containers = { Runner() },
            Volumes = new VolumeArgs[]
            {
                new() { Name = ProgramVolume, ConfigMap = new ConfigMapVolumeSourceArgs { Name = ProgramMap } },
                new() { Name = WorkVolume, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = Size.WorkSize } },
                new() { Name = TemporaryVolume, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = Size.TemporarySize } },
            }.Concat(Volumes).ToArray(),
        },
    };

    /// <summary>Gives up at once on exit codes that no repetition mends, and never because a node is drained, which is no failure of the program.</summary>
    /// <param name="container">Name of the container that runs the program.</param>
    /// <param name="finalCodes">Those exit codes.</param>
    internal static PodFailurePolicyArgs FailurePolicy(string container, ImmutableArray<int> finalCodes) => new()
    {
        Rules =
        {
            new PodFailurePolicyRuleArgs
            {
                Action = "FailJob",
                OnExitCodes = new PodFailurePolicyOnExitCodesRequirementArgs { ContainerName = container, Operator = "In", Values = finalCodes },
            },
            new PodFailurePolicyRuleArgs
            {
                Action = "Ignore",
                OnPodConditions = { new PodFailurePolicyOnPodConditionsPatternArgs { Type = "DisruptionTarget", Status = "True" } },
            },
        },
    };

    private ContainerArgs Runner()
    {
        var container = Create(Container, Command, Variables, Mounts);
        if (Port is not null)
        {
            container.Ports = Port;
            container.ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = Port.Name! }, PeriodSeconds = 2, TimeoutSeconds = 2 };
        }
        return container;
    }

    private ContainerArgs Create(string name, ImmutableArray<string> command, IEnumerable<EnvVarArgs> variables, IEnumerable<VolumeMountArgs> mounts) => new()
    {
        Name = name,
        Image = Image,
        ImagePullPolicy = "IfNotPresent",
        Command = command,
        WorkingDir = SourceProgram.WorkPath,
        Env = SourceProgram.Environment.Select(pair => new EnvVarArgs { Name = pair.Key, Value = pair.Value }).Concat(variables).ToArray(),
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = Size.CpuRequest, ["memory"] = Size.MemoryRequest, ["ephemeral-storage"] = Size.StorageRequest },
            Limits = { ["cpu"] = Size.CpuLimit, ["memory"] = Size.MemoryLimit, ["ephemeral-storage"] = Size.StorageLimit },
        },
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts =
            new[] { Mount(ProgramVolume, Program.ProgramPath, true) }.Concat(mounts).Append(Mount(WorkVolume, SourceProgram.WorkPath, false)).Append(Mount(TemporaryVolume, SourceProgram.TemporaryPath, false)).ToArray(),
    };

    /// <summary>A mount.</summary>
    internal static VolumeMountArgs Mount(string volume, string path, bool readOnly) => new() { Name = volume, MountPath = path, ReadOnly = readOnly };

    /// <summary>A secret that the pod's group may read and nobody else (0440).</summary>
    internal static VolumeArgs SecretVolume(string name, Input<string> secret) => new() { Name = name, Secret = new SecretVolumeSourceArgs { SecretName = secret, DefaultMode = 0b100_100_000 } };
}
