using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Gateway;

/// <summary>The Service with an address outside the cluster. It has the TLS port only: the one for metrics must not follow it out.</summary>
internal static class GatewayPublicService
{
    internal static void Create(string name, Gateway parent, GatewayArgs args, GatewayProgram accessTier)
    {
        var spec = args.Spec.Exposure switch
        {
            GatewayExposure.LoadBalancer balancer => new ServiceSpecArgs { Type = "LoadBalancer", LoadBalancerSourceRanges = balancer.AllowedRanges, AllocateLoadBalancerNodePorts = true },
            GatewayExposure.NodePort => new ServiceSpecArgs { Type = "NodePort" },
            _ => null,
        };
        if (spec is null)
            return;
        // Keeps the address of the client, for limits and for the network policy; nodes without a pod get no traffic.
        spec.ExternalTrafficPolicy = "Local";
        spec.Selector = accessTier.Selector;
        var port = new ServicePortArgs { Name = GatewayDefaults.HttpsPortName, Port = GatewayDefaults.HttpsServicePort, TargetPort = GatewayDefaults.HttpsPortName, Protocol = "TCP" };
        if (args.Spec.Exposure is GatewayExposure.NodePort node)
            port.NodePort = node.Port;
        spec.Ports.Add(port);
        var metadata = new ObjectMetaArgs { Name = GatewayDefaults.PublicServiceName, Namespace = args.Namespace, Labels = accessTier.ObjectLabels };
        if (args.Spec.Exposure is GatewayExposure.LoadBalancer { Annotations: var annotations } && !annotations.IsEmpty)
            metadata.Annotations = annotations.ToDictionary();
        _ = new Service($"{name}-public-service", new ServiceArgs { Metadata = metadata, Spec = spec }, new CustomResourceOptions { Parent = parent });
    }
}
