using System.Security.Cryptography;
using System.Text;
using Clawdbot.Infra.Assistant.Configuration;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Pulumi.Random;
using Pulumi.Utilities;
using AppsV1 = Pulumi.Kubernetes.Apps.V1;
using Defaults = Clawdbot.Infra.Assistant.ClawdbotAssistantDefaults;

namespace Clawdbot.Infra.Assistant;

/// <summary>
/// The assistant (OpenClaw) on Kubernetes: one pod, because its state has one writer, that reaches models through the gateway only.
/// </summary>
public sealed class ClawdbotAssistant : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:assistant:ClawdbotAssistant";

    private readonly ClawdbotAssistantArgs _args;
    private readonly Dictionary<string, string> _labels;
    private readonly Dictionary<string, string> _selector;

    /// <summary>Creates the assistant.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public ClawdbotAssistant(string name, ClawdbotAssistantArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ClawdbotAssistantRules.Check(args, $"ClawdbotAssistant '{name}'", "Change the arguments of the component."));

        _args = args;
        _labels = Labels.For(Defaults.Program, Defaults.ObjectName, Defaults.Component);
        _selector = new() { [Labels.Name] = Defaults.Program, [Labels.Instance] = Defaults.ObjectName };

        var account = new ServiceAccount($"{name}-service-account", new ServiceAccountArgs
        {
            Metadata = Metadata(Defaults.ObjectName),
            AutomountServiceAccountToken = false,
        }, Child());
        _ = new NetworkPolicy($"{name}-network-policy", new NetworkPolicyArgs
        {
            Metadata = Metadata(Defaults.ObjectName),
            Spec = AssistantNetwork.Policy(args.Spec, _selector),
        }, Child());
        _ = new PodDisruptionBudget($"{name}-disruption-budget", new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(Defaults.ObjectName),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                // There is one pod: a smaller number would keep its node from draining for ever.
                MaxUnavailable = 1,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Child());
        var credentials = CreateCredentials(name);
        var claim = CreateClaim($"{name}-state");
        var files = Files(args.Spec);
        var configuration = new ConfigMap($"{name}-configuration", new ConfigMapArgs { Metadata = Metadata(Defaults.ConfigMapName), Data = files.ToDictionary() }, Child());
        var service = CreateService($"{name}-service");
        var deployment = Child();
        deployment.DependsOn = new Resource[] { account, configuration };
        _ = new AppsV1.Deployment($"{name}-deployment", new DeploymentArgs
        {
            Metadata = Metadata(Defaults.ObjectName),
            Spec = new DeploymentSpecArgs
            {
                Replicas = 1,
                RevisionHistoryLimit = Defaults.RevisionHistory,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                // Two pods would fight for the state and for the chat channels.
                Strategy = new DeploymentStrategyArgs { Type = "Recreate" },
                Template = AssistantPod.Template(args, _labels, Checksum(files), claim, credentials),
            },
        }, deployment);

        Endpoint = OutputUtilities.WithDependency(Output.Format($"http://{Defaults.ObjectName}.{args.Namespace.ToOutput()}.svc:{Defaults.Port}"), service);
        CredentialsSecretName = credentials;
        RegisterOutputs();
    }

    /// <summary>Where the assistant's own port is reached in the cluster.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>Secret with the token for that port, key <see cref="ClawdbotAssistantDefaults.OwnTokenKey"/>.</summary>
    [Output("credentialsSecretName")]
    public Output<string> CredentialsSecretName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = _args.Namespace, Labels = _labels };

    private Output<string> CreateCredentials(string name)
    {
        RandomPassword token = new($"{name}-token", new() { Length = Defaults.OwnTokenLength, Special = false }, Child());
        var values = new InputMap<string> { [Defaults.OwnTokenKey] = Output.CreateSecret(token.Result) };
        if (_args.Spec.Telegram is not null)
            values[Defaults.TelegramTokenKey] = Output.CreateSecret(_args.TelegramBotToken!.ToOutput());
        if (_args.Spec.IMessageEnabled)
            values[Defaults.MacKeyKey] = Output.CreateSecret(_args.MacPrivateKey!.ToOutput());
        var secret = new Secret($"{name}-credentials", new SecretArgs
        {
            Metadata = Metadata(Defaults.CredentialsSecret),
            Type = "Opaque",
            StringData = values,
        }, Child());
        return OutputUtilities.WithDependency(Output.Create(Defaults.CredentialsSecret), secret);
    }

    private Output<string> CreateClaim(string logicalName)
    {
        var options = Child();
        // Conversations, pairings and keys: replacing the claim would lose them, so it has to be asked for twice.
        options.Protect = true;
        var metadata = Metadata(Defaults.ClaimName);
        // Many classes make the volume for its first pod, which waits for this claim.
        metadata.Annotations = new InputMap<string> { ["pulumi.com/skipAwait"] = "true" };
        var claim = new PersistentVolumeClaim(logicalName, new PersistentVolumeClaimArgs
        {
            Metadata = metadata,
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = { "ReadWriteOnce" },
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = $"{_args.Spec.StorageGiB}Gi" } },
                StorageClassName = _args.Spec.StorageClass is { } storage ? storage : null!,
                VolumeMode = "Filesystem",
            },
        }, options);
        return OutputUtilities.WithDependency(Output.Create(Defaults.ClaimName), claim);
    }

    private Service CreateService(string logicalName) => new(logicalName, new ServiceArgs
    {
        Metadata = Metadata(Defaults.ObjectName),
        Spec = new ServiceSpecArgs
        {
            Ports = { new ServicePortArgs { Name = Defaults.PortName, Port = Defaults.Port, TargetPort = Defaults.PortName, Protocol = "TCP" } },
            Selector = _selector,
            Type = "ClusterIP",
        },
    }, Child());

    private static SortedDictionary<string, string> Files(ClawdbotAssistantSpec spec)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [AssistantPod.DocumentKey] = OpenClawConfiguration.Render(spec),
            [AssistantScripts.Seed] = AssistantScripts.Read(AssistantScripts.Seed),
            [AssistantScripts.Probe] = AssistantScripts.Read(AssistantScripts.Probe),
        };
        if (spec.IMessageEnabled)
        {
            files[AssistantScripts.MacCommand] = AssistantScripts.Read(AssistantScripts.MacCommand);
            files[AssistantScripts.MacReadiness] = AssistantScripts.Read(AssistantScripts.MacReadiness);
            files[AssistantPod.KnownHostsKey] = $"{spec.IMessage!.Host} {spec.IMessage.HostKey}\n";
        }
        return files;
    }

    private static string Checksum(SortedDictionary<string, string> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', files.Select(file => $"{file.Key}\0{file.Value}")))));
}
