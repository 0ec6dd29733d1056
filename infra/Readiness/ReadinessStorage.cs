using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Clawdbot.Infra.Readiness;

/// <summary>
/// The probe of the storage: a Job in the namespace of the claim that tests the storage when the gate asks, and ends by itself. A pod mounts claims of
/// its own namespace only, and the gate's secrets are in another one.
/// </summary>
internal static class ReadinessStorage
{
    private const string Container = "storage";
    private const string Writer = "models";
    private const string Reader = "models-read-only";
    private const string SkipAwait = "pulumi.com/skipAwait";

    /// <summary>What the gate waits for.</summary>
    internal static Resource[] Create(string name, ReadinessGateArgs args, Resource owner)
    {
        var objects = new ReadinessObjects(name, args.ModelsNamespace, ReadinessGateDefaults.StorageComponent, ReadinessGateDefaults.StorageComponent, owner);
        var account = objects.Account();
        var policy = objects.Policy([ReadinessObjects.FromGate()], []);
        var settings = ReadinessDocument.Storage(args.Spec);
        var pod = new SourcePod
        {
            Program = ReadinessProgram.Program,
            Image = args.Spec.Load.Image,
            ProgramMap = objects.Program(settings, args.Spec.Load.Image),
            Account = account,
            PriorityClassName = args.PriorityClassName,
            Container = Container,
            Command = ReadinessProgram.Run("storage"),
            Size = ReadinessGateDefaults.StorageSize,
            UserId = LoadTestDefaults.UserId,
            GracePeriodSeconds = LoadTestDefaults.GracePeriodSeconds,
            Tolerations = args.Spec.StorageOnGpuNodes ? [new TolerationArgs { Key = "nvidia.com/gpu", Operator = "Exists", Effect = "NoSchedule" }] : [],
            Mounts =
            [
                SourcePod.Mount(Writer, ModelStorageDefaults.MountPath, false),
                SourcePod.Mount(args.ReaderClaimName is null ? Writer : Reader, ReadinessGateDefaults.ReadOnlyPath, true),
            ],
            Volumes = [Claim(Writer, args.WriterClaimName, false), .. args.ReaderClaimName is { } reader ? [Claim(Reader, reader, true)] : Array.Empty<VolumeArgs>()],
            Port = new ContainerPortArgs { Name = ReadinessGateDefaults.StoragePortName, ContainerPortValue = ReadinessGateDefaults.StoragePort, Protocol = "TCP" },
        };
        var serviceMetadata = objects.Metadata(ReadinessGateDefaults.StorageComponent);
        // Between two gates nothing answers here, which is no fault.
        serviceMetadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        var service = new Service($"{name}-service", new ServiceArgs
        {
            Metadata = serviceMetadata,
            Spec = new ServiceSpecArgs
            {
                Selector = objects.Selector,
                Type = "ClusterIP",
                Ports = { new ServicePortArgs { Name = ReadinessGateDefaults.StoragePortName, Port = ReadinessGateDefaults.StoragePort, TargetPort = ReadinessGateDefaults.StoragePortName, Protocol = "TCP" } },
            },
        }, objects.Child());
        var metadata = objects.Metadata(ReadinessObjects.JobName(ReadinessGateDefaults.StorageComponent, settings, args.Spec));
        // It ends after the gate, so a deployment that waited for it would never come to the gate.
        metadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        var job = new Job($"{name}-job", new JobArgs
        {
            Metadata = metadata,
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = args.Spec.JobSeconds + LoadTestDefaults.StartSeconds,
                BackoffLimit = ReadinessGateDefaults.Attempts,
                Completions = 1,
                Parallelism = 1,
                PodFailurePolicy = SourcePod.FailurePolicy(Container, [2]),
                Template = pod.Template(objects.ObjectLabels),
                TtlSecondsAfterFinished = ReadinessGateDefaults.TtlSeconds,
            },
        }, objects.Child(policy));
        return [service, job];
    }

    private static VolumeArgs Claim(string volume, Input<string> claim, bool readOnly) =>
        new() { Name = volume, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = claim, ReadOnly = readOnly } };
}
