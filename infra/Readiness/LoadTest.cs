using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Readiness;

/// <summary>
/// The load of B6, ready to be started: a suspended CronJob, of which a person makes Jobs with
/// <c>kubectl create job --from=cronjob/load-test</c>. A Job of its own would flood the system at each deployment.
/// </summary>
public sealed class LoadTest : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:readiness:LoadTest";

    private const string Container = "load";

    /// <summary>Creates the load test.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public LoadTest(string name, LoadTestArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(LoadTestRules.Check(args.Spec, $"LoadTest '{name}'", "Change the arguments of the component."));

        var objects = new ReadinessObjects(name, args.Namespace, LoadTestDefaults.Component, LoadTestDefaults.Component, this);
        var account = objects.Account();
        objects.Policy([], [ReadinessObjects.ToGateway()]);
        var program = objects.Program(ReadinessDocument.Load(args.Spec), args.Spec.Image);
        var pod = new SourcePod
        {
            Program = ReadinessProgram.Program,
            Image = args.Spec.Image,
            ProgramMap = program,
            Account = account,
            PriorityClassName = args.PriorityClassName,
            Container = Container,
            Command = ReadinessProgram.Run("load"),
            Size = LoadTestDefaults.Size,
            UserId = LoadTestDefaults.UserId,
            GracePeriodSeconds = LoadTestDefaults.GracePeriodSeconds,
            Mounts = ReadinessMounts.Gateway(),
            Volumes = ReadinessMounts.GatewayVolumes(args.CertificateSecretName, args.TokenSecretName),
        };
        var job = new CronJob($"{name}-cron-job", new CronJobArgs
        {
            Metadata = objects.Metadata(LoadTestDefaults.Component),
            Spec = new CronJobSpecArgs
            {
                Suspend = true,
                Schedule = LoadTestDefaults.Schedule,
                TimeZone = "Etc/UTC",
                ConcurrencyPolicy = "Forbid",
                SuccessfulJobsHistoryLimit = LoadTestDefaults.History,
                FailedJobsHistoryLimit = LoadTestDefaults.History,
                JobTemplate = new JobTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = objects.ObjectLabels },
                    Spec = new JobSpecArgs
                    {
                        ActiveDeadlineSeconds = args.Spec.DeadlineSeconds + LoadTestDefaults.StartSeconds,
                        // A load that was cut off in the middle has no result worth a second flood.
                        BackoffLimit = 0,
                        PodFailurePolicy = SourcePod.FailurePolicy(Container, LoadTestDefaults.FinalExitCodes),
                        Template = pod.Template(objects.ObjectLabels),
                        TtlSecondsAfterFinished = LoadTestDefaults.TtlSeconds,
                    },
                },
            },
        }, new CustomResourceOptions { Parent = this });
        CronJobName = OutputUtilities.WithDependency(Output.Create(LoadTestDefaults.Component), job);
        RegisterOutputs();
    }

    /// <summary>CronJob of which load tests are made.</summary>
    [Output("cronJobName")]
    public Output<string> CronJobName { get; private set; }
}
