using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Clawdbot.Infra.Storage;

/// <summary>Where a loader may connect to. Nobody connects to it.</summary>
internal static class ModelLoaderEgress
{
    internal static InputList<NetworkPolicyEgressRuleArgs> Rules(ModelLoaderSpec spec)
    {
        var rules = new InputList<NetworkPolicyEgressRuleArgs>();
        if (Port(spec.Source) is { } port)
        {
            var peers = new InputList<NetworkPolicyPeerArgs>();
            foreach (var cidr in spec.EgressCidrs)
                peers.Add(new NetworkPolicyPeerArgs { IpBlock = Block(cidr, spec.Source) });
            rules.Add(new NetworkPolicyEgressRuleArgs { To = peers, Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = port } } });
        }
        if (spec.Source is ModelSource.S3 { CredentialsSecret: null })
        {
            rules.Add(new NetworkPolicyEgressRuleArgs
            {
                To = { new NetworkPolicyPeerArgs { IpBlock = new IPBlockArgs { Cidr = ModelLoaderDefaults.PodIdentityAgent } } },
                Ports = { new NetworkPolicyPortArgs { Protocol = "TCP", Port = ModelLoaderDefaults.PodIdentityPort } },
            });
        }
        return rules;
    }

    /// <summary>"Everywhere" does not include the node's own credentials, nor, where the source is on the internet, the networks inside.</summary>
    private static IPBlockArgs Block(string cidr, ModelSource source)
    {
        var onInternet = source is ModelSource.HuggingFace { Endpoint: ModelLoaderDefaults.HuggingFaceEndpoint };
        ImmutableArray<string> except = cidr switch
        {
            "0.0.0.0/0" => onInternet ? [ModelLoaderDefaults.LinkLocal, .. ModelLoaderDefaults.PrivateNetworks] : [ModelLoaderDefaults.LinkLocal],
            "::/0" => onInternet ? ModelLoaderDefaults.LocalNetworks6 : [ModelLoaderDefaults.MetadataService6],
            _ => [],
        };
        return except.IsEmpty ? new IPBlockArgs { Cidr = cidr } : new IPBlockArgs { Cidr = cidr, Except = except };
    }

    private static int? Port(ModelSource source) => source switch
    {
        ModelSource.HuggingFace hub => new Uri(hub.Endpoint).Port,
        ModelSource.S3 s3 => s3.Endpoint is { } endpoint ? new Uri(endpoint).Port : 443,
        _ => null,
    };
}
