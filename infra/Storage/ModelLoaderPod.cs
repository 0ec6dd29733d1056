using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Storage;

/// <summary>The pod of a loader.</summary>
internal static class ModelLoaderPod
{
    /// <summary>Name of the container that loads; the Job judges its exit code.</summary>
    internal const string Container = "load";

    private const string Models = "models";
    private const string Token = "token";
    private const string Source = "source";

    private static readonly string[] AwsKeys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    private static SourcePodSize Size { get; } = new(
        ModelLoaderDefaults.CpuRequest, ModelLoaderDefaults.CpuLimit, ModelLoaderDefaults.MemoryRequest, ModelLoaderDefaults.MemoryLimit,
        ModelLoaderDefaults.EphemeralStorageRequest, ModelLoaderDefaults.EphemeralStorageLimit, ModelLoaderDefaults.WorkSize, ModelLoaderDefaults.TemporarySize);

    internal static PodTemplateSpecArgs Template(ModelLoaderArgs args, Dictionary<string, string> labels, Input<string> account, Input<string> program) => new SourcePod
    {
        Program = ModelLoaderProgram.Program,
        Image = args.Spec.Image,
        ProgramMap = program,
        Account = account,
        PriorityClassName = args.PriorityClassName,
        Container = Container,
        Command = ModelLoaderCommands.Load,
        Size = Size,
        UserId = ModelLoaderDefaults.UserId,
        GracePeriodSeconds = ModelLoaderDefaults.GracePeriodSeconds,
        Tolerations = args.Spec.OnGpuNodes ? [new TolerationArgs { Key = "nvidia.com/gpu", Operator = "Exists", Effect = "NoSchedule" }] : [],
        Variables = Credentials(args.Spec.Source),
        Mounts = [SourcePod.Mount(Models, ModelStorageDefaults.MountPath, false), .. SourceMounts(args.Spec.Source)],
        Volumes = Volumes(args),
    }.Template(labels);

    private static IEnumerable<VolumeMountArgs> SourceMounts(ModelSource source) => source switch
    {
        ModelSource.HuggingFace { NeedsToken: true } => [SourcePod.Mount(Token, ModelLoaderDefaults.TokenPath, true)],
        ModelSource.LocalFolder => [SourcePod.Mount(Source, ModelLoaderDefaults.SourcePath, true)],
        _ => [],
    };

    private static IEnumerable<EnvVarArgs> Credentials(ModelSource source) => source is ModelSource.S3 { CredentialsSecret: { } secret }
        ? AwsKeys.Select(key => new EnvVarArgs
        {
            Name = key,
            ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = secret, Key = key } },
        })
        : [];

    private static IEnumerable<VolumeArgs> Volumes(ModelLoaderArgs args)
    {
        yield return new VolumeArgs { Name = Models, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = args.ClaimName } };
        if (args.Token is not null)
            yield return SourcePod.SecretVolume(Token, ModelLoaderNames.Base(args.Spec.Model));
        if (args.Spec.Source is ModelSource.LocalFolder folder)
            yield return new VolumeArgs { Name = Source, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = folder.Claim, ReadOnly = true } };
    }
}
