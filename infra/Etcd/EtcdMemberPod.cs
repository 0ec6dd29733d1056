using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>The pod template of a member.</summary>
internal static class EtcdMemberPod
{
    internal const string ClientPort = "client";
    internal const string PeerPort = "peer";
    internal const string MetricsPort = "metrics";
    internal const string DataVolume = "data";
    private const string DataPath = "/var/lib/etcd";
    private static readonly string[] Certificates = [EtcdNames.ServerCertificate, EtcdNames.PeerCertificate, EtcdNames.RootCertificate];

    internal static PodTemplateSpecArgs Template(EtcdClusterSpec spec, Dictionary<string, string> labels, Dictionary<string, string> selector) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = labels },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = EtcdClusterDefaults.Program,
            AutomountServiceAccountToken = false,
            // A Service called "etcd" would otherwise set ETCD_PORT and the like, which etcd takes for settings it does not know.
            EnableServiceLinks = false,
            PriorityClassName = EtcdNames.PriorityClass,
            TerminationGracePeriodSeconds = EtcdClusterDefaults.GraceSeconds,
            Affinity = new AffinityArgs
            {
                PodAntiAffinity = new PodAntiAffinityArgs
                {
                    RequiredDuringSchedulingIgnoredDuringExecution =
                    {
                        new PodAffinityTermArgs { LabelSelector = new LabelSelectorArgs { MatchLabels = selector }, TopologyKey = Labels.Hostname },
                    },
                },
            },
            TopologySpreadConstraints = Spread(spec, selector),
            SecurityContext = EtcdPods.Security(),
            Containers = { Container(spec) },
            Volumes = Certificates.Select(certificate => EtcdPods.SecretVolume(certificate, certificate)).ToArray(),
        },
    };

    private static TopologySpreadConstraintArgs Spread(EtcdClusterSpec spec, Dictionary<string, string> selector)
    {
        var required = spec.ZoneSpread == EtcdZoneSpread.Required;
        return new TopologySpreadConstraintArgs
        {
            LabelSelector = new LabelSelectorArgs { MatchLabels = selector },
            MaxSkew = 1,
            // With two zones one of them would hold the majority, and its loss would stop all writes.
            MinDomains = required ? EtcdClusterDefaults.Zones : null!,
            NodeTaintsPolicy = "Honor",
            TopologyKey = Labels.Zone,
            WhenUnsatisfiable = required ? "DoNotSchedule" : "ScheduleAnyway",
        };
    }

    private static ContainerArgs Container(EtcdClusterSpec spec)
    {
        var member = EtcdMemberIdentity.InPod(spec.Members);
        return new ContainerArgs
        {
            Name = EtcdClusterDefaults.Program,
            Image = spec.Image,
            ImagePullPolicy = "IfNotPresent",
            Command = { "/usr/local/bin/etcd" },
            Args = EtcdArguments.For(spec, member),
            Env = Environment(member),
            Ports =
            {
                new ContainerPortArgs { Name = ClientPort, ContainerPortValue = EtcdClusterDefaults.ClientPort, Protocol = "TCP" },
                new ContainerPortArgs { Name = PeerPort, ContainerPortValue = EtcdClusterDefaults.PeerPort, Protocol = "TCP" },
                new ContainerPortArgs { Name = MetricsPort, ContainerPortValue = EtcdClusterDefaults.MetricsPort, Protocol = "TCP" },
            },
            Resources = EtcdPods.Resources(EtcdClusterDefaults.CpuRequest, EtcdClusterDefaults.CpuLimit, spec.QuotaMiB + EtcdClusterDefaults.HeapMiB, EtcdClusterDefaults.ScratchMiB),
            // /livez asks whether the process works, /readyz whether it may get traffic. /health needs a leader: as a liveness probe it
            // would restart every member just when the quorum is lost.
            StartupProbe = Probe("/livez", EtcdClusterDefaults.StartupSeconds / EtcdClusterDefaults.ProbePeriodSeconds),
            LivenessProbe = Probe("/livez", EtcdClusterDefaults.LivenessFailures),
            ReadinessProbe = Probe("/readyz", EtcdClusterDefaults.ReadinessFailures),
            SecurityContext = PodHardening.Container(),
            TerminationMessagePolicy = "FallbackToLogsOnError",
            VolumeMounts = Certificates.Select(certificate => EtcdPods.Mount(certificate, $"{member.CertificateFolder}/{certificate}"))
                .Append(EtcdPods.Mount(DataVolume, DataPath, readOnly: false))
                .ToArray(),
        };
    }

    /// <summary>
    /// What the arguments refer to, and what <c>etcdctl</c> needs when it is run inside the container. Not the endpoint: its default is
    /// this member, and it ends with an error when a flag and its variable are both given.
    /// </summary>
    private static InputList<EnvVarArgs> Environment(EtcdMemberIdentity member) => new()
    {
        EtcdPods.PodName(),
        new EnvVarArgs
        {
            Name = EtcdMemberIdentity.StateVariable,
            ValueFrom = new EnvVarSourceArgs { ConfigMapKeyRef = new ConfigMapKeySelectorArgs { Name = EtcdNames.StateConfigMap, Key = EtcdNames.StateKey } },
        },
        new EnvVarArgs { Name = "ETCDCTL_CACERT", Value = member.CertificateFile(EtcdNames.RootCertificate, "ca.crt") },
        new EnvVarArgs { Name = "ETCDCTL_CERT", Value = member.CertificateFile(EtcdNames.RootCertificate, "tls.crt") },
        new EnvVarArgs { Name = "ETCDCTL_KEY", Value = member.CertificateFile(EtcdNames.RootCertificate, "tls.key") },
    };

    private static ProbeArgs Probe(string path, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = MetricsPort, Scheme = "HTTP" },
        PeriodSeconds = EtcdClusterDefaults.ProbePeriodSeconds,
        TimeoutSeconds = EtcdClusterDefaults.ProbeTimeoutSeconds,
        FailureThreshold = failures,
    };
}
