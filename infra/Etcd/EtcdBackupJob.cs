using System.Diagnostics;
using System.Globalization;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>
/// The CronJob of the backups: take, restore as a rehearsal, keep. Each step is a container, and only a verified snapshot reaches the last one, so the age of the
/// last good backup is <c>kube_cronjob_status_last_successful_time</c> of kube-state-metrics.
/// </summary>
internal static class EtcdBackupJob
{
    internal const string ScriptKey = "keep.sh";
    private const string ScriptFolder = "/opt/clawdbot";
    private const string ClaimFolder = "/backup";
    private const string Work = "work";
    private const string Certificate = "certificate";
    private const string Kept = "backup";
    private const string Script = "script";
    private const string Home = "home";

    internal static CronJobSpecArgs Spec(EtcdClusterSpec spec, string schedule, Input<string>? priorityClass) => new()
    {
        Schedule = schedule,
        TimeZone = "Etc/UTC",
        ConcurrencyPolicy = "Forbid",
        StartingDeadlineSeconds = EtcdClusterDefaults.BackupLateSeconds,
        SuccessfulJobsHistoryLimit = 3,
        FailedJobsHistoryLimit = 3,
        JobTemplate = new JobTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs { Labels = PodLabels },
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = EtcdClusterDefaults.BackupSeconds,
                BackoffLimit = EtcdClusterDefaults.BackupRetries,
                TtlSecondsAfterFinished = EtcdClusterDefaults.FinishedSeconds,
                Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = PodLabels }, Spec = Pod(spec, priorityClass) },
            },
        },
    };

    internal static Dictionary<string, string> PodLabels { get; } = Labels.For(EtcdClusterDefaults.BackupProgram, EtcdClusterDefaults.Program, EtcdClusterDefaults.BackupProgram);

    private static PodSpecArgs Pod(EtcdClusterSpec spec, Input<string>? priorityClass) => new()
    {
        ServiceAccountName = EtcdClusterDefaults.BackupProgram,
        // EKS Pod Identity brings a token of its own.
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        PriorityClassName = priorityClass!,
        RestartPolicy = "Never",
        SecurityContext = EtcdPods.Security(),
        InitContainers =
        {
            Step("save", spec.Image, EtcdBackupCommands.Save, spec, EtcdPods.Mount(Certificate, EtcdBackupCommands.CertificateFolder)),
            Step("verify", spec.Image, EtcdBackupCommands.Verify, spec),
        },
        Containers = { Last(spec) },
        Volumes = Volumes(spec),
    };

    private static ContainerArgs Last(EtcdClusterSpec spec)
    {
        if (spec.Backup is EtcdBackup.S3 bucket)
        {
            var upload = Step("upload", spec.UploadImage, EtcdBackupCommands.Upload(bucket), spec, EtcdPods.Mount(Home, "/home/aws", readOnly: false));
            upload.Env = new InputList<EnvVarArgs>
            {
                EtcdPods.PodName(),
                new EnvVarArgs { Name = "AWS_REGION", Value = bucket.Region },
                new EnvVarArgs { Name = "HOME", Value = "/home/aws" },
            };
            return upload;
        }
        var claim = (EtcdBackup.Claim)spec.Backup;
        var keep = Step("keep", spec.ScriptImage, ["/bin/sh", $"{ScriptFolder}/{ScriptKey}"], spec, EtcdPods.Mount(Kept, ClaimFolder, readOnly: false), EtcdPods.Mount(Script, ScriptFolder));
        keep.Env = new InputList<EnvVarArgs>
        {
            new EnvVarArgs { Name = "SNAPSHOT", Value = EtcdBackupCommands.Snapshot },
            new EnvVarArgs { Name = "FOLDER", Value = ClaimFolder },
            new EnvVarArgs { Name = "KEEP", Value = claim.Keep.ToString(CultureInfo.InvariantCulture) },
        };
        return keep;
    }

    private static ContainerArgs Step(string name, string image, IEnumerable<string> command, EtcdClusterSpec spec, params VolumeMountArgs[] mounts) => new()
    {
        Name = name,
        Image = image,
        ImagePullPolicy = "IfNotPresent",
        Command = command.ToArray(),
        Resources = EtcdPods.Resources("50m", "1", EtcdClusterDefaults.ToolMiB, ScratchMiB(spec)),
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = mounts.Append(EtcdPods.Mount(Work, EtcdBackupCommands.WorkFolder, readOnly: false)).ToArray(),
    };

    /// <summary>A snapshot is at most as large as the database may be, and the rehearsal is as large again.</summary>
    private static int ScratchMiB(EtcdClusterSpec spec) => (2 * spec.QuotaMiB) + EtcdClusterDefaults.ScratchMiB;

    private static InputList<VolumeArgs> Volumes(EtcdClusterSpec spec)
    {
        var volumes = new InputList<VolumeArgs>
        {
            EtcdPods.Scratch(Work, EtcdPods.MiB(ScratchMiB(spec))),
            EtcdPods.SecretVolume(Certificate, EtcdNames.RootCertificate),
        };
        switch (spec.Backup)
        {
            case EtcdBackup.Claim:
                volumes.Add(new VolumeArgs { Name = Kept, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = EtcdClusterDefaults.BackupProgram } });
                volumes.Add(new VolumeArgs { Name = Script, ConfigMap = new ConfigMapVolumeSourceArgs { Name = EtcdClusterDefaults.BackupProgram } });
                break;
            case EtcdBackup.S3:
                volumes.Add(EtcdPods.Scratch(Home, "64Mi"));
                break;
            default:
                throw new UnreachableException();
        }
        return volumes;
    }
}
