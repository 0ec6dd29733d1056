using System.Net;
using System.Net.Sockets;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Defaults = Clawdbot.Infra.Assistant.ClawdbotAssistantDefaults;

namespace Clawdbot.Infra.Assistant;

/// <summary>Who may talk to the assistant, and to whom it may talk.</summary>
internal static class AssistantNetwork
{
    /// <summary>
    /// In: nobody, or Prometheus where metrics are on (operators come through kubectl port-forward, which needs no rule). Out: the gateway,
    /// the chat services that are on.
    /// </summary>
    internal static NetworkPolicySpecArgs Policy(ClawdbotAssistantSpec spec, Dictionary<string, string> selector)
    {
        var policy = new NetworkPolicySpecArgs
        {
            PodSelector = new LabelSelectorArgs { MatchLabels = selector },
            PolicyTypes = { "Ingress", "Egress" },
            Egress =
            {
                new NetworkPolicyEgressRuleArgs
                {
                    To = { new NetworkPolicyPeerArgs { PodSelector = new LabelSelectorArgs { MatchLabels = { [Labels.Component] = GatewayDefaults.AccessTierComponent } } } },
                    Ports = { Tcp(Defaults.AccessTierPort) },
                },
            },
        };
        if (spec.Metrics)
        {
            policy.Ingress.Add(new NetworkPolicyIngressRuleArgs
            {
                From =
                {
                    new NetworkPolicyPeerArgs
                    {
                        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [Labels.NamespaceName] = WellKnownNamespaces.Monitoring } },
                        PodSelector = new LabelSelectorArgs { MatchLabels = { [Labels.Name] = ModelPoolDefaults.PrometheusName } },
                    },
                },
                Ports = { Tcp(Defaults.Port) },
            });
        }
        // Telegram names no fixed addresses that could be listed.
        if (spec.Telegram is not null)
            policy.Egress.Add(Way(new IPBlockArgs { Cidr = "0.0.0.0/0", Except = Defaults.PrivateNetworks }, 443));
        if (spec.IMessageEnabled)
            policy.Egress.Add(Way(new IPBlockArgs { Cidr = HostNetwork(spec.IMessage!.Host) }, 22));
        return policy;
    }

    private static NetworkPolicyEgressRuleArgs Way(IPBlockArgs network, int port) => new()
    {
        To = { new NetworkPolicyPeerArgs { IpBlock = network } },
        Ports = { Tcp(port) },
    };

    private static NetworkPolicyPortArgs Tcp(int port) => new() { Protocol = "TCP", Port = port };

    private static string HostNetwork(string host) => IPAddress.Parse(host).AddressFamily == AddressFamily.InterNetworkV6 ? $"{host}/128" : $"{host}/32";
}
