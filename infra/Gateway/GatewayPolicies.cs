using System.Collections.Immutable;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Clawdbot.Infra.Gateway;

/// <summary>Who may talk to whom: clients to the access tier, the access tier to the Router, the Router to the model servers, and no other way round.</summary>
internal static class GatewayPolicies
{
    /// <summary>Components of our own that are clients of the access tier.</summary>
    internal static readonly string[] AccessTierClients = ["assistant", "load-test", "readiness"];

    /// <summary>Components that are clients of the Router.</summary>
    internal static readonly string[] RouterClients = [GatewayDefaults.AccessTierComponent, "readiness"];

    internal static void Create(string name, Gateway parent, GatewayArgs args, GatewayProgram accessTier, GatewayProgram router)
    {
        Create(name, parent, args, accessTier, AccessTierIngress(args.Spec), [To(Component(WellKnownNamespaces.Gateway, router.Component), GatewayDefaults.RouterPort), Etcd()]);
        InputList<NetworkPolicyEgressRuleArgs> egress = [To(Component(WellKnownNamespaces.Models, ModelPoolDefaults.Component), VllmDefaults.Port), Etcd()];
        if (args.Spec.PrometheusUrl is not null)
            egress.Add(To(Prometheus(), RouterDefaults.PrometheusPort));
        Create(name, parent, args, router,
            [From([Component(WellKnownNamespaces.Gateway, RouterClients)], GatewayDefaults.HttpPortName), From([Component(WellKnownNamespaces.Gateway, "readiness"), Prometheus()], GatewayDefaults.StatusPortName)],
            egress);
    }

    private static void Create(
        string name, Gateway parent, GatewayArgs args, GatewayProgram program, InputList<NetworkPolicyIngressRuleArgs> ingress, InputList<NetworkPolicyEgressRuleArgs> egress) =>
        _ = new NetworkPolicy($"{name}-{program.Role}-network-policy", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = program.ObjectName, Namespace = args.Namespace, Labels = program.ObjectLabels },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs { MatchLabels = program.Selector },
                PolicyTypes = { "Ingress", "Egress" },
                Ingress = ingress,
                Egress = egress,
            },
        }, new CustomResourceOptions { Parent = parent });

    private static InputList<NetworkPolicyIngressRuleArgs> AccessTierIngress(GatewaySpec spec)
    {
        NetworkPolicyPeerArgs[] outside = spec.Exposure switch
        {
            GatewayExposure.LoadBalancer balancer => Ranges(balancer.AllowedRanges),
            GatewayExposure.NodePort node => Ranges(node.AllowedRanges),
            GatewayExposure.InsideOnly { FromNamespace: { } space } => [new NetworkPolicyPeerArgs { NamespaceSelector = Space(space) }],
            _ => [],
        };
        return [From([Component(WellKnownNamespaces.Gateway, AccessTierClients), .. outside], GatewayDefaults.HttpsPortName), From([Prometheus()], GatewayDefaults.StatusPortName)];
    }

    private static NetworkPolicyPeerArgs[] Ranges(ImmutableArray<string> ranges) =>
        [.. ranges.Select(range => new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = range } })];

    private static NetworkPolicyIngressRuleArgs From(NetworkPolicyPeerArgs[] peers, string port) =>
        new() { From = peers, Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = port } } };

    private static NetworkPolicyEgressRuleArgs To(NetworkPolicyPeerArgs peer, int port) =>
        new() { To = { peer }, Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = port } } };

    private static NetworkPolicyEgressRuleArgs Etcd() => To(Named(WellKnownNamespaces.Etcd, RouterDefaults.EtcdProgram), RouterDefaults.EtcdPort);

    private static NetworkPolicyPeerArgs Prometheus() => Named(WellKnownNamespaces.Monitoring, ModelPoolDefaults.PrometheusName);

    private static LabelSelectorArgs Space(string space) => new() { MatchLabels = { [Labels.NamespaceName] = space } };

    private static NetworkPolicyPeerArgs Named(string space, string program) =>
        new() { NamespaceSelector = Space(space), PodSelector = new LabelSelectorArgs { MatchLabels = { [Labels.Name] = program } } };

    private static NetworkPolicyPeerArgs Component(string space, params string[] components) => new()
    {
        NamespaceSelector = Space(space),
        PodSelector = new LabelSelectorArgs { MatchExpressions = { new LabelSelectorRequirementArgs { Key = Labels.Component, Operator = "In", Values = components } } },
    };
}
