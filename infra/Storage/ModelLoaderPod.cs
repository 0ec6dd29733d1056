using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Storage;

/// <summary>The pod of a loader: one container compiles the sources, the other runs them, both under Pod Security <c>restricted</c>.</summary>
internal static class ModelLoaderPod
{
    /// <summary>Name of the container that loads; the Job judges its exit code.</summary>
    internal const string Container = "load";

    private const string Program = "program";
    private const string Work = "work";
    private const string Temporary = "tmp";
    private const string Models = "models";
    private const string Token = "token";
    private const string Source = "source";

    private static readonly string[] AwsKeys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    internal static PodTemplateSpecArgs Template(ModelLoaderArgs args, Dictionary<string, string> labels, Input<string> account, Input<string> program) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = labels },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = account,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            PriorityClassName = args.PriorityClassName!,
            RestartPolicy = "Never",
            TerminationGracePeriodSeconds = ModelLoaderDefaults.GracePeriodSeconds,
            Tolerations = args.Spec.OnGpuNodes ? [new TolerationArgs { Key = "nvidia.com/gpu", Operator = "Exists", Effect = "NoSchedule" }] : [],
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = ModelLoaderDefaults.UserId,
                RunAsGroup = ModelLoaderDefaults.UserId,
                FsGroup = ModelLoaderDefaults.UserId,
                // Weights are many and large: their owner is changed once, when the volume is new.
                FsGroupChangePolicy = "OnRootMismatch",
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            InitContainers = { Create("build", args.Spec.Image, ModelLoaderCommands.Build, [], [Mount(Program, ModelLoaderDefaults.ProgramPath, true)]) },
            Containers = { Create(Container, args.Spec.Image, ModelLoaderCommands.Load, Credentials(args.Spec.Source), [Mount(Program, ModelLoaderDefaults.ProgramPath, true), Mount(Models, ModelStorageDefaults.MountPath, false), .. SourceMounts(args.Spec.Source)]) },
            Volumes = Volumes(args, program),
        },
    };

    private static ContainerArgs Create(string name, string image, ImmutableArray<string> command, IEnumerable<EnvVarArgs> credentials, IEnumerable<VolumeMountArgs> mounts) => new()
    {
        Name = name,
        Image = image,
        ImagePullPolicy = "IfNotPresent",
        Command = command,
        WorkingDir = ModelLoaderDefaults.WorkPath,
        Env = ModelLoaderCommands.Environment.Select(pair => new EnvVarArgs { Name = pair.Key, Value = pair.Value }).Concat(credentials).ToArray(),
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = ModelLoaderDefaults.CpuRequest, ["memory"] = ModelLoaderDefaults.MemoryRequest, ["ephemeral-storage"] = ModelLoaderDefaults.EphemeralStorageRequest },
            Limits = { ["cpu"] = ModelLoaderDefaults.CpuLimit, ["memory"] = ModelLoaderDefaults.MemoryLimit, ["ephemeral-storage"] = ModelLoaderDefaults.EphemeralStorageLimit },
        },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
            Privileged = false,
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = mounts.Append(Mount(Work, ModelLoaderDefaults.WorkPath, false)).Append(Mount(Temporary, ModelLoaderDefaults.TemporaryPath, false)).ToArray(),
    };

    private static VolumeMountArgs Mount(string volume, string path, bool readOnly) => new() { Name = volume, MountPath = path, ReadOnly = readOnly };

    private static IEnumerable<VolumeMountArgs> SourceMounts(ModelSource source) => source switch
    {
        ModelSource.HuggingFace { NeedsToken: true } => [Mount(Token, ModelLoaderDefaults.TokenPath, true)],
        ModelSource.LocalFolder => [Mount(Source, ModelLoaderDefaults.SourcePath, true)],
        _ => [],
    };

    private static IEnumerable<EnvVarArgs> Credentials(ModelSource source) => source is ModelSource.S3 { CredentialsSecret: { } secret }
        ? AwsKeys.Select(key => new EnvVarArgs
        {
            Name = key,
            ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = secret, Key = key } },
        })
        : [];

    private static InputList<VolumeArgs> Volumes(ModelLoaderArgs args, Input<string> program)
    {
        var volumes = new InputList<VolumeArgs>
        {
            new VolumeArgs { Name = Program, ConfigMap = new ConfigMapVolumeSourceArgs { Name = program } },
            new VolumeArgs { Name = Work, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = ModelLoaderDefaults.WorkSize } },
            new VolumeArgs { Name = Temporary, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = ModelLoaderDefaults.TemporarySize } },
            new VolumeArgs { Name = Models, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = args.ClaimName } },
        };
        // Readable for the group, which is the pod's, and for nobody else (0440).
        if (args.Token is not null)
            volumes.Add(new VolumeArgs { Name = Token, Secret = new SecretVolumeSourceArgs { SecretName = ModelLoaderNames.Base(args.Spec.Model), DefaultMode = 0b100_100_000 } });
        if (args.Spec.Source is ModelSource.LocalFolder folder)
            volumes.Add(new VolumeArgs { Name = Source, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = folder.Claim, ReadOnly = true } });
        return volumes;
    }
}
