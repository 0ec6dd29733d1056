using System.Globalization;
using Clawdbot.Infra.Assistant.Configuration;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Defaults = Clawdbot.Infra.Assistant.ClawdbotAssistantDefaults;

namespace Clawdbot.Infra.Assistant;

/// <summary>The pod template of the assistant, which passes Pod Security <c>restricted</c>.</summary>
internal static class AssistantPod
{
    internal const string DocumentKey = "openclaw.json";
    internal const string KnownHostsKey = "known_hosts";
    internal const string AuthorityVariable = "NODE_EXTRA_CA_CERTS";
    internal const string AuthorityFile = $"{AuthorityPath}/{Defaults.AuthorityKey}";
    private const string State = "state";
    private const string Scratch = "scratch";
    private const string Configuration = "configuration";
    private const string Authority = "gateway-authority";
    private const string MacKey = "mac-key";
    private const string AuthorityPath = "/etc/clawdbot/gateway";
    private const string MacKeyPath = "/etc/clawdbot/mac";

    internal static PodTemplateSpecArgs Template(ClawdbotAssistantArgs args, Dictionary<string, string> labels, string checksum, Input<string> claim, Input<string> credentials) => new()
    {
        Metadata = new ObjectMetaArgs
        {
            Labels = labels,
            // Configuration and token are read at the start only: without these a change would wait for the next one.
            Annotations = { ["clawdbot.dev/configuration-checksum"] = checksum, ["clawdbot.dev/gateway-token"] = args.GatewayTokenVersion },
        },
        Spec = new PodSpecArgs
        {
            ServiceAccountName = Defaults.ObjectName,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            PriorityClassName = args.PriorityClassName!,
            TerminationGracePeriodSeconds = Defaults.GracePeriodSeconds,
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = Defaults.UserId,
                RunAsGroup = Defaults.UserId,
                FsGroup = Defaults.UserId,
                // Plugins and packages are many small files; walking them at each start takes minutes.
                FsGroupChangePolicy = "OnRootMismatch",
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            InitContainers = { Seeding(args.Spec) },
            Containers = { Main(args, credentials) },
            Volumes = Volumes(args, claim, credentials),
        },
    };

    /// <summary>The variables of the container that are no secrets.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Variables(ClawdbotAssistantSpec spec)
    {
        yield return new("HOME", Defaults.Home);
        yield return new(AuthorityVariable, AuthorityFile);
        yield return new("NODE_OPTIONS", string.Create(CultureInfo.InvariantCulture, $"--max-old-space-size={(long)spec.MemoryMiB * Defaults.HeapPercent / 100}"));
        yield return new("OPENCLAW_DISABLE_BONJOUR", "1");
        yield return new("OPENCLAW_NO_AUTO_UPDATE", "1");
        if (!spec.IMessageEnabled)
            yield break;
        yield return new("MAC_HOST", spec.IMessage!.Host);
        yield return new("MAC_USER", spec.IMessage.User);
        yield return new("MAC_KEY", $"{MacKeyPath}/{Defaults.MacKeyKey}");
        yield return new("MAC_KNOWN_HOSTS", $"{Defaults.ScriptPath}/{KnownHostsKey}");
    }

    private static ContainerArgs Seeding(ClawdbotAssistantSpec spec) => new()
    {
        Name = "seed",
        Image = spec.Image,
        ImagePullPolicy = "IfNotPresent",
        Command = { "/bin/sh", $"{Defaults.ScriptPath}/{AssistantScripts.Seed}", $"{Defaults.ScriptPath}/{DocumentKey}", "/state", "/scratch" },
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "50m", ["memory"] = "64Mi", ["ephemeral-storage"] = "64Mi" },
            Limits = { ["cpu"] = "500m", ["memory"] = "64Mi", ["ephemeral-storage"] = "64Mi" },
        },
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts =
        {
            new VolumeMountArgs { Name = Configuration, MountPath = Defaults.ScriptPath, ReadOnly = true },
            new VolumeMountArgs { Name = State, MountPath = "/state" },
            new VolumeMountArgs { Name = Scratch, MountPath = "/scratch" },
        },
    };

    /// <summary>No command: that of the image starts under tini, which passes signals on and collects the children of tools.</summary>
    private static ContainerArgs Main(ClawdbotAssistantArgs args, Input<string> credentials) => new()
    {
        Name = Defaults.Program,
        Image = args.Spec.Image,
        ImagePullPolicy = "IfNotPresent",
        Env = Environment(args, credentials),
        Ports = { new ContainerPortArgs { Name = Defaults.PortName, ContainerPortValue = Defaults.Port, Protocol = "TCP" } },
        Resources = Resources(args.Spec),
        StartupProbe = Probe(Defaults.StartupPeriodSeconds, Defaults.StartupFailures, Defaults.ProbeTimeoutSeconds, Check("/startupz", "started")),
        ReadinessProbe = args.Spec.IMessageEnabled
            ? Probe(Defaults.MacReadinessPeriodSeconds, Defaults.ProbeFailures, Defaults.MacProbeTimeoutSeconds, [$"{Defaults.ScriptPath}/{AssistantScripts.MacReadiness}"])
            : Probe(Defaults.ReadinessPeriodSeconds, Defaults.ProbeFailures, Defaults.ProbeTimeoutSeconds, Check("/startupz", "started")),
        LivenessProbe = Probe(Defaults.LivenessPeriodSeconds, Defaults.ProbeFailures, Defaults.ProbeTimeoutSeconds, Check("/healthz", "live")),
        SecurityContext = PodHardening.Container(),
        TerminationMessagePolicy = "FallbackToLogsOnError",
        VolumeMounts = Mounts(args.Spec),
    };

    private static string[] Check(string path, string status) => ["node", $"{Defaults.ScriptPath}/{AssistantScripts.Probe}", path, status];

    private static ProbeArgs Probe(int periodSeconds, int failures, int timeoutSeconds, string[] command) => new()
    {
        Exec = new ExecActionArgs { Command = command },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = timeoutSeconds,
        FailureThreshold = failures,
    };

    private static EnvVarArgs[] Environment(ClawdbotAssistantArgs args, Input<string> credentials)
    {
        List<EnvVarArgs> variables = [.. Variables(args.Spec).Select(pair => new EnvVarArgs { Name = pair.Key, Value = pair.Value })];
        variables.Add(FromSecret(OpenClawConfiguration.OwnTokenVariable, credentials, Defaults.OwnTokenKey));
        variables.Add(FromSecret(OpenClawConfiguration.ModelTokenVariable, args.GatewayTokenSecretName, Defaults.GatewayTokenKey));
        if (args.Spec.Telegram is not null)
            variables.Add(FromSecret(OpenClawConfiguration.TelegramTokenVariable, credentials, Defaults.TelegramTokenKey));
        return [.. variables];
    }

    private static EnvVarArgs FromSecret(string variable, Input<string> secret, string key) => new()
    {
        Name = variable,
        ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = secret, Key = key } },
    };

    private static ResourceRequirementsArgs Resources(ClawdbotAssistantSpec spec)
    {
        var memory = string.Create(CultureInfo.InvariantCulture, $"{spec.MemoryMiB}Mi");
        return new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = Defaults.CpuRequest, ["memory"] = memory, ["ephemeral-storage"] = Defaults.EphemeralStorageRequest },
            Limits = { ["cpu"] = Defaults.CpuLimit, ["memory"] = memory, ["ephemeral-storage"] = Defaults.EphemeralStorageLimit },
        };
    }

    private static InputList<VolumeMountArgs> Mounts(ClawdbotAssistantSpec spec)
    {
        var mounts = new InputList<VolumeMountArgs>
        {
            new VolumeMountArgs { Name = Configuration, MountPath = Defaults.ScriptPath, ReadOnly = true },
            new VolumeMountArgs { Name = Authority, MountPath = AuthorityPath, ReadOnly = true },
            new VolumeMountArgs { Name = Scratch, MountPath = "/tmp", SubPath = "tmp" },
            new VolumeMountArgs { Name = Scratch, MountPath = $"{Defaults.Home}/.cache", SubPath = "cache" },
            new VolumeMountArgs { Name = Scratch, MountPath = $"{Defaults.Home}/.local", SubPath = "local" },
            new VolumeMountArgs { Name = Scratch, MountPath = $"{Defaults.Home}/.config", SubPath = "config" },
            // The key that the stored credentials are encrypted with: without it they are lost at the next start.
            new VolumeMountArgs { Name = State, MountPath = $"{Defaults.Home}/.config/openclaw", SubPath = "keys" },
            new VolumeMountArgs { Name = State, MountPath = $"{Defaults.Home}/.openclaw", SubPath = "openclaw" },
        };
        if (spec.IMessageEnabled)
            mounts.Add(new VolumeMountArgs { Name = MacKey, MountPath = MacKeyPath, ReadOnly = true });
        return mounts;
    }

    private static InputList<VolumeArgs> Volumes(ClawdbotAssistantArgs args, Input<string> claim, Input<string> credentials)
    {
        var volumes = new InputList<VolumeArgs>
        {
            new VolumeArgs { Name = State, PersistentVolumeClaim = new PersistentVolumeClaimVolumeSourceArgs { ClaimName = claim } },
            new VolumeArgs { Name = Scratch, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = Defaults.ScratchSize } },
            new VolumeArgs { Name = Configuration, ConfigMap = new ConfigMapVolumeSourceArgs { Name = Defaults.ConfigMapName, DefaultMode = 0b101_101_101 } },
            // The one key that is needed; the private key of the gateway stays where it is.
            new VolumeArgs { Name = Authority, Secret = new SecretVolumeSourceArgs { SecretName = args.GatewayCertificateSecretName, DefaultMode = 0b100_100_100, Items = { new KeyToPathArgs { Key = Defaults.AuthorityKey, Path = Defaults.AuthorityKey } } } },
        };
        if (args.Spec.IMessageEnabled)
            volumes.Add(new VolumeArgs { Name = MacKey, Secret = new SecretVolumeSourceArgs { SecretName = credentials, DefaultMode = 0b100_000_000, Items = { new KeyToPathArgs { Key = Defaults.MacKeyKey, Path = Defaults.MacKeyKey } } } });
        return volumes;
    }
}
