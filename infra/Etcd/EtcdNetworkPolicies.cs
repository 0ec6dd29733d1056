using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>Who may connect to members, and where the pods here may connect to. DNS is opened with the namespace.</summary>
/// <param name="name">Prefix of the logical names.</param>
/// <param name="space">Namespace of the members.</param>
/// <param name="owner">Parent of the objects.</param>
internal sealed class EtcdNetworkPolicies(string name, Input<string> space, Resource owner)
{
    private const string ReadinessComponent = "readiness";
    private const int Https = 443;
    private const int Http = 80;

    internal NetworkPolicy Members() => Create(EtcdClusterDefaults.Program, new NetworkPolicySpecArgs
    {
        PodSelector = Pods(EtcdClusterDefaults.Program),
        PolicyTypes = { "Ingress", "Egress" },
        Ingress =
        {
            new NetworkPolicyIngressRuleArgs { From = { Here(EtcdClusterDefaults.Program) }, Ports = { Port(EtcdMemberPod.ClientPort), Port(EtcdMemberPod.PeerPort) } },
            new NetworkPolicyIngressRuleArgs
            {
                From =
                {
                    There(WellKnownNamespaces.Gateway, Labels.Component, GatewayDefaults.AccessTierComponent, ModelPoolDefaults.RouterComponent, ReadinessComponent),
                    Here(EtcdClusterDefaults.BackupProgram),
                    Here(EtcdClusterDefaults.AccessProgram),
                },
                Ports = { Port(EtcdMemberPod.ClientPort) },
            },
            new NetworkPolicyIngressRuleArgs
            {
                From =
                {
                    There(WellKnownNamespaces.Monitoring, Labels.Name, ModelPoolDefaults.PrometheusName),
                    There(WellKnownNamespaces.Gateway, Labels.Component, ReadinessComponent),
                },
                Ports = { Port(EtcdMemberPod.MetricsPort) },
            },
        },
        Egress =
        {
            new NetworkPolicyEgressRuleArgs { To = { Here(EtcdClusterDefaults.Program) }, Ports = { Port(EtcdClusterDefaults.ClientPort), Port(EtcdClusterDefaults.PeerPort) } },
        },
    });

    internal NetworkPolicy Access() => Create(EtcdClusterDefaults.AccessProgram, new NetworkPolicySpecArgs
    {
        PodSelector = Pods(EtcdClusterDefaults.AccessProgram),
        PolicyTypes = { "Ingress", "Egress" },
        Egress = { ToMembers() },
    });

    internal NetworkPolicy Backup(EtcdBackup backup)
    {
        var spec = new NetworkPolicySpecArgs
        {
            PodSelector = Pods(EtcdClusterDefaults.BackupProgram),
            PolicyTypes = { "Ingress", "Egress" },
            Egress = { ToMembers() },
        };
        if (backup is EtcdBackup.S3)
        {
            // S3 has no fixed addresses. The instance metadata stays closed; the identity comes from the node's Pod Identity agent.
            spec.Egress.Add(new NetworkPolicyEgressRuleArgs
            {
                To = { new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = "0.0.0.0/0", Except = { "169.254.0.0/16" } } } },
                Ports = { Port(Https) },
            });
            spec.Egress.Add(new NetworkPolicyEgressRuleArgs
            {
                To = { new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = "169.254.170.23/32" } } },
                Ports = { Port(Http) },
            });
        }
        return Create(EtcdClusterDefaults.BackupProgram, spec);
    }

    private NetworkPolicy Create(string program, NetworkPolicySpecArgs spec) => new($"{name}-{program}-network-policy", new NetworkPolicyArgs
    {
        Metadata = new ObjectMetaArgs { Name = program, Namespace = space, Labels = Labels.For(program, EtcdClusterDefaults.Program, "network-policy") },
        Spec = spec,
    }, new CustomResourceOptions { Parent = owner });

    private static NetworkPolicyEgressRuleArgs ToMembers() => new() { To = { Here(EtcdClusterDefaults.Program) }, Ports = { Port(EtcdClusterDefaults.ClientPort) } };

    private static LabelSelectorArgs Pods(string program) => new() { MatchLabels = { [Labels.Name] = program } };

    private static NetworkPolicyPeerArgs Here(string program) => new() { PodSelector = Pods(program) };

    private static NetworkPolicyPeerArgs There(string other, string label, params string[] values) => new()
    {
        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [Labels.NamespaceName] = other } },
        PodSelector = new LabelSelectorArgs { MatchExpressions = { new LabelSelectorRequirementArgs { Key = label, Operator = "In", Values = values } } },
    };

    private static NetworkPolicyPortArgs Port(Union<int, string> port) => new() { Protocol = "TCP", Port = port };
}
