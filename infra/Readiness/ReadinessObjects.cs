using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Readiness;

/// <summary>The objects that gate, load test and storage probe each have.</summary>
/// <param name="name">Prefix of the logical names.</param>
/// <param name="space">Namespace.</param>
/// <param name="objectName">Name of the objects.</param>
/// <param name="component">Value of <c>app.kubernetes.io/component</c>.</param>
/// <param name="owner">Parent.</param>
internal sealed class ReadinessObjects(string name, Input<string> space, string objectName, string component, Resource owner)
{
    /// <summary>Labels of everything, also of pods.</summary>
    internal Dictionary<string, string> ObjectLabels { get; } = Labels.For(component, objectName, component);

    /// <summary>Labels that select the pods.</summary>
    internal Dictionary<string, string> Selector { get; } = new() { [Labels.Name] = component, [Labels.Component] = component };

    internal ObjectMetaArgs Metadata(Input<string> called) => new() { Name = called, Namespace = space, Labels = ObjectLabels };

    internal Output<string> Account()
    {
        var account = new ServiceAccount($"{name}-service-account", new ServiceAccountArgs { Metadata = Metadata(objectName), AutomountServiceAccountToken = false }, Child());
        return OutputUtilities.WithDependency(Output.Create(objectName), account);
    }

    /// <summary>Sources and settings. The name says the content, so a change is another object and never one under a running Job.</summary>
    internal Output<string> Program(string settings, string image)
    {
        var map = new ConfigMap($"{name}-program", new ConfigMapArgs
        {
            Metadata = Metadata(ContentName(settings, image)),
            Data = ReadinessProgram.Program.Sources.SetItem(ReadinessProgram.SettingsFile, settings).ToDictionary(),
            Immutable = true,
        }, Child());
        return OutputUtilities.WithDependency(Output.Create(ContentName(settings, image)), map);
    }

    /// <summary>Name of an object that cannot be changed.</summary>
    internal string ContentName(string settings, string image) => $"{objectName}-{ReadinessProgram.Program.Fingerprint(settings, image)}";

    /// <summary>Name of a Job, which is another one whenever anything that it judges is.</summary>
    internal static string JobName(string objectName, string settings, ReadinessSpec spec) => $"{objectName}-{ReadinessProgram.Program.Fingerprint(settings, spec.Load.Image, spec.PlanHash)}";

    internal NetworkPolicy Policy(NetworkPolicyIngressRuleArgs[] ingress, NetworkPolicyEgressRuleArgs[] egress) => new($"{name}-network-policy", new NetworkPolicyArgs
    {
        Metadata = Metadata(objectName),
        Spec = new NetworkPolicySpecArgs
        {
            PodSelector = new LabelSelectorArgs { MatchLabels = Selector },
            PolicyTypes = { "Ingress", "Egress" },
            Ingress = ingress,
            Egress = egress,
        },
    }, Child());

    internal static NetworkPolicyEgressRuleArgs ToGateway() => To(WellKnownNamespaces.Gateway, Labels.Component, GatewayDefaults.AccessTierComponent, GatewayDefaults.HttpsPort);

    internal static NetworkPolicyEgressRuleArgs ToRouter() => To(WellKnownNamespaces.Gateway, Labels.Component, GatewayDefaults.RouterComponent, GatewayDefaults.RouterStatusPort);

    internal static NetworkPolicyEgressRuleArgs ToEtcd() => To(WellKnownNamespaces.Etcd, Labels.Name, EtcdClusterDefaults.Program, EtcdClusterDefaults.ClientPort);

    internal static NetworkPolicyEgressRuleArgs ToPrometheus() => To(WellKnownNamespaces.Monitoring, Labels.Name, ModelPoolDefaults.PrometheusName, RouterDefaults.PrometheusPort);

    internal static NetworkPolicyEgressRuleArgs ToStorageProbe() => To(WellKnownNamespaces.Models, Labels.Component, ReadinessGateDefaults.StorageComponent, ReadinessGateDefaults.StoragePort);

    internal static NetworkPolicyIngressRuleArgs FromGate() => new()
    {
        From = { Peer(WellKnownNamespaces.Gateway, Labels.Component, ReadinessGateDefaults.Component) },
        Ports = { Port(ReadinessGateDefaults.StoragePort) },
    };

    internal CustomResourceOptions Child(params Resource[] after) => new() { Parent = owner, DependsOn = after };

    private static NetworkPolicyEgressRuleArgs To(string there, string label, string value, int port) => new() { To = { Peer(there, label, value) }, Ports = { Port(port) } };

    private static NetworkPolicyPortArgs Port(int port) => new() { Protocol = "TCP", Port = port };

    private static NetworkPolicyPeerArgs Peer(string there, string label, string value) => new()
    {
        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [Labels.NamespaceName] = there } },
        PodSelector = new LabelSelectorArgs { MatchLabels = { [label] = value } },
    };
}
