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
using Pulumi.Utilities;
using AppsV1 = Pulumi.Kubernetes.Apps.V1;

namespace Clawdbot.Infra.Serving;

/// <summary>A pool of vLLM servers on Kubernetes, reachable by the Router and by monitoring only.</summary>
public sealed class ModelPool : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:serving:ModelPool";

    private readonly ModelPoolArgs _args;
    private readonly Dictionary<string, string> _labels;
    private readonly Dictionary<string, string> _selector;

    /// <summary>Creates the pool.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public ModelPool(string name, ModelPoolArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ModelPoolRules.Check(args.Spec, $"ModelPool '{name}'", "Change the arguments of the component."));

        _args = args;
        _labels = Labels.For(ModelPoolDefaults.Program, args.Spec.Name, ModelPoolDefaults.Component);
        _labels[Labels.Pool] = args.Spec.Name;
        _labels[Labels.Model] = args.Spec.Model.Slug;
        _labels[Labels.GpuSku] = args.Spec.Sku;
        // Selectors cannot be changed later, so they hold identity and nothing that may vary.
        _selector = new() { [Labels.Name] = ModelPoolDefaults.Program, [Labels.Instance] = args.Spec.Name };

        var account = new ServiceAccount($"{name}-service-account", new ServiceAccountArgs
        {
            Metadata = Metadata(args.Spec.Name),
            AutomountServiceAccountToken = false,
        }, Child());
        _ = CreateNetworkPolicy($"{name}-network-policy");
        _ = new PodDisruptionBudget($"{name}-disruption-budget", new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(args.Spec.Name),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = ModelPoolDefaults.MaxDisrupted,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                // A server that never became ready must not keep its node from draining.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Child());
        var service = CreateService($"{name}-service", args.Spec.Name, clusterIp: null);
        var headless = CreateService($"{name}-headless-service", $"{args.Spec.Name}-headless", clusterIp: "None");
        _ = CreateDeployment($"{name}-deployment", account);

        var space = args.Namespace.ToOutput();
        Endpoint = OutputUtilities.WithDependency(Output.Format($"http://{args.Spec.Name}.{space}.svc:{VllmDefaults.Port}/v1"), service);
        HeadlessService = OutputUtilities.WithDependency(Output.Format($"{args.Spec.Name}-headless.{space}.svc"), headless);
        RegisterOutputs();
    }

    /// <summary>Base URL of the OpenAI-compatible API, balanced over the ready servers.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>DNS name that resolves to each ready server, for clients that balance themselves.</summary>
    [Output("headlessService")]
    public Output<string> HeadlessService { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = _args.Namespace, Labels = _labels };

    private Service CreateService(string logicalName, string objectName, string? clusterIp) => new(logicalName, new ServiceArgs
    {
        Metadata = Metadata(objectName),
        Spec = new ServiceSpecArgs
        {
            ClusterIP = clusterIp is null ? null : (Input<string>)clusterIp,
            Ports = { new ServicePortArgs { Name = ModelServerPod.HttpPort, Port = VllmDefaults.Port, TargetPort = ModelServerPod.HttpPort, Protocol = "TCP" } },
            Selector = _selector,
            Type = "ClusterIP",
        },
    }, Child());

    private NetworkPolicy CreateNetworkPolicy(string logicalName) => new(logicalName, new NetworkPolicyArgs
    {
        Metadata = Metadata(_args.Spec.Name),
        Spec = new NetworkPolicySpecArgs
        {
            PodSelector = new LabelSelectorArgs { MatchLabels = _selector },
            PolicyTypes = { "Ingress", "Egress" },
            Ingress =
            {
                new NetworkPolicyIngressRuleArgs
                {
                    From =
                    {
                        Peer(WellKnownNamespaces.Gateway, Labels.Component, ModelPoolDefaults.RouterComponent),
                        Peer(WellKnownNamespaces.Monitoring, Labels.Name, ModelPoolDefaults.PrometheusName),
                    },
                    Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = ModelServerPod.HttpPort } },
                },
            },
        },
    }, Child());

    private static NetworkPolicyPeerArgs Peer(string space, string label, params string[] values) => new()
    {
        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [Labels.NamespaceName] = space } },
        PodSelector = new LabelSelectorArgs { MatchExpressions = { new LabelSelectorRequirementArgs { Key = label, Operator = "In", Values = values } } },
    };

    private AppsV1.Deployment CreateDeployment(string logicalName, ServiceAccount account)
    {
        var spec = _args.Spec;
        var replacementSeconds = spec.StartupSeconds + spec.Drain.GracePeriodSeconds + ModelPoolDefaults.MinReadySeconds;
        var progressSeconds = replacementSeconds + ModelPoolDefaults.ImagePullSeconds;
        // Pods go one at a time, and Pulumi waits for the last of them.
        var wait = TimeSpan.FromSeconds(ModelPoolDefaults.ImagePullSeconds + ((long)replacementSeconds * spec.LargestReplicas));
        var options = Child();
        options.CustomTimeouts = new CustomTimeouts { Create = wait, Update = wait };
        options.DependsOn = account;
        return new AppsV1.Deployment(logicalName, new DeploymentArgs
        {
            Metadata = Metadata(spec.Name),
            Spec = new DeploymentSpecArgs
            {
                // An autoscaler owns the number; writing it here would undo its decision with every update.
                Replicas = spec.MaxReplicas is null ? (Input<int>)spec.Replicas : null,
                MinReadySeconds = ModelPoolDefaults.MinReadySeconds,
                ProgressDeadlineSeconds = progressSeconds,
                RevisionHistoryLimit = ModelPoolDefaults.RevisionHistory,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                Strategy = new DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = spec.Rollout.MaxSurge, MaxUnavailable = spec.Rollout.MaxUnavailable },
                },
                Template = ModelServerPod.Template(_args, _labels, _selector),
            },
        }, options);
    }
}
