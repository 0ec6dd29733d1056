using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Readiness;

/// <summary>
/// The twelve items of the production checklist, run in the cluster after everything else: a Job that sets the mode to production when all hold and
/// to maintenance otherwise. Another plan is another Job; the same plan is checked once.
/// </summary>
public sealed class ReadinessGate : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:readiness:ReadinessGate";

    private const string Container = "gate";
    private const string Script = "healthcheck";
    private const string EtcdCertificate = "etcd-tls";
    private const string EtcdCredentials = "etcd-credentials";
    private const int ExecutableByAll = 0b101_101_101;

    /// <summary>Creates the gate.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to check.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here, and <c>DependsOn</c> names everything that must be there first.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public ReadinessGate(string name, ReadinessGateArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ReadinessGateRules.Check(args.Spec, $"ReadinessGate '{name}'", "Change the arguments of the component."));

        var storage = ReadinessStorage.Create($"{name}-storage", args, this);
        var objects = new ReadinessObjects(name, args.Namespace, ReadinessGateDefaults.Component, ReadinessGateDefaults.Component, this);
        var account = objects.Account();
        var policy = objects.Policy([], [ReadinessObjects.ToGateway(), ReadinessObjects.ToRouter(), ReadinessObjects.ToEtcd(), ReadinessObjects.ToPrometheus(), ReadinessObjects.ToStorageProbe()]);
        var settings = ReadinessDocument.Gate(args.Spec);
        var pod = new SourcePod
        {
            Program = ReadinessProgram.Program,
            Image = args.Spec.Load.Image,
            ProgramMap = objects.Program(settings, args.Spec.Load.Image),
            Account = account,
            PriorityClassName = args.PriorityClassName,
            Container = Container,
            Command = ReadinessProgram.Run("gate"),
            Size = LoadTestDefaults.Size,
            UserId = LoadTestDefaults.UserId,
            GracePeriodSeconds = LoadTestDefaults.GracePeriodSeconds,
            Mounts =
            [
                .. ReadinessMounts.Gateway(),
                SourcePod.Mount(EtcdCertificate, ReadinessGateDefaults.EtcdCertificatePath, true),
                SourcePod.Mount(EtcdCredentials, ReadinessGateDefaults.EtcdCredentialsPath, true),
                SourcePod.Mount(Script, GatewayDefaults.ScriptDirectory, true),
            ],
            Volumes =
            [
                .. ReadinessMounts.GatewayVolumes(args.CertificateSecretName, args.TokenSecretName),
                SourcePod.SecretVolume(EtcdCertificate, args.EtcdCertificateSecretName),
                SourcePod.SecretVolume(EtcdCredentials, args.EtcdCredentialsSecretName),
                new VolumeArgs { Name = Script, ConfigMap = new ConfigMapVolumeSourceArgs { Name = GatewayDefaults.ScriptMap, DefaultMode = ExecutableByAll } },
            ],
        };
        var job = CreateJob($"{name}-job", args.Spec, objects, settings, pod, [policy, .. storage]);
        JobName = OutputUtilities.WithDependency(Output.Create(ReadinessObjects.JobName(ReadinessGateDefaults.Component, settings, args.Spec)), job);
        RegisterOutputs();
    }

    /// <summary>The Job, whose log has the table of the twelve items.</summary>
    [Output("jobName")]
    public Output<string> JobName { get; private set; }

    private static Job CreateJob(string logicalName, ReadinessSpec spec, ReadinessObjects objects, string settings, SourcePod pod, Resource[] needed)
    {
        var metadata = objects.Metadata(ReadinessObjects.JobName(ReadinessGateDefaults.Component, settings, spec));
        if (!spec.Wait)
            metadata.Annotations = new InputMap<string> { ["pulumi.com/skipAwait"] = "true" };
        var options = objects.Child(needed);
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(spec.JobSeconds + ReadinessGateDefaults.WaitSlackSeconds) };
        return new Job(logicalName, new JobArgs
        {
            Metadata = metadata,
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = spec.JobSeconds,
                BackoffLimit = ReadinessGateDefaults.Attempts - 1,
                Completions = 1,
                Parallelism = 1,
                PodFailurePolicy = SourcePod.FailurePolicy(Container, LoadTestDefaults.FinalExitCodes),
                Template = pod.Template(objects.ObjectLabels),
                TtlSecondsAfterFinished = ReadinessGateDefaults.TtlSeconds,
            },
        }, options);
    }
}
