using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>The Job that makes users and roles. Harmless when it is run again; a changed script or generation of passwords makes a new Job.</summary>
internal static class EtcdAccessJob
{
    internal const string ScriptKey = "access.sh";
    private const string ScriptFolder = "/opt/clawdbot";
    private const string CertificateFolder = "/etc/etcd/tls/access";
    private const string CredentialsFolder = "/run/credentials";
    private const string Script = "script";
    private const string Certificate = "certificate";
    private const string Temporary = "tmp";

    internal static JobSpecArgs Spec(EtcdClusterSpec spec, Input<string>? priorityClass) => new()
    {
        ActiveDeadlineSeconds = EtcdClusterDefaults.AccessSeconds,
        BackoffLimit = EtcdClusterDefaults.AccessRetries,
        TtlSecondsAfterFinished = EtcdClusterDefaults.FinishedSeconds,
        Template = new PodTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Labels = Labels.For(EtcdClusterDefaults.AccessProgram, EtcdClusterDefaults.Program, EtcdClusterDefaults.AccessProgram),
                Annotations =
                {
                    ["clawdbot.dev/script"] = EtcdScripts.Fingerprint(EtcdScripts.Access),
                    ["clawdbot.dev/password-generation"] = $"{spec.PasswordGeneration}",
                },
            },
            Spec = new PodSpecArgs
            {
                ServiceAccountName = EtcdClusterDefaults.AccessProgram,
                AutomountServiceAccountToken = false,
                EnableServiceLinks = false,
                PriorityClassName = priorityClass!,
                RestartPolicy = "Never",
                SecurityContext = EtcdPods.Security(),
                Containers = { Container(spec) },
                Volumes = Users.Select(user => EtcdPods.SecretVolume(user, EtcdNames.CredentialsOf(user)))
                    .Append(EtcdPods.SecretVolume(Certificate, EtcdNames.AccessCertificate))
                    .Append(EtcdPods.MemoryScratch(Temporary, "8Mi"))
                    .Append(new VolumeArgs { Name = Script, ConfigMap = new ConfigMapVolumeSourceArgs { Name = EtcdClusterDefaults.AccessProgram } })
                    .ToArray(),
            },
        },
    };

    private static IEnumerable<string> Users => EtcdAccess.Users.Prepend(EtcdAccess.Root);

    private static ContainerArgs Container(EtcdClusterSpec spec) => new()
    {
        Name = EtcdClusterDefaults.AccessProgram,
        Image = spec.ScriptImage,
        ImagePullPolicy = "IfNotPresent",
        Command = { "/bin/sh", $"{ScriptFolder}/{ScriptKey}" },
        Env =
        {
            new EnvVarArgs { Name = "ENDPOINT", Value = EtcdNames.ClientUrl },
            new EnvVarArgs { Name = "CERTIFICATES", Value = CertificateFolder },
            new EnvVarArgs { Name = "CREDENTIALS", Value = CredentialsFolder },
        },
        Resources = EtcdPods.Resources("50m", "500m", EtcdClusterDefaults.ToolMiB, EtcdClusterDefaults.ScratchMiB),
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = Users.Select(user => EtcdPods.Mount(user, $"{CredentialsFolder}/{user}"))
            .Append(EtcdPods.Mount(Certificate, CertificateFolder))
            .Append(EtcdPods.Mount(Script, ScriptFolder))
            .Append(EtcdPods.Mount(Temporary, "/tmp", readOnly: false))
            .ToArray(),
    };
}
