using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway;

/// <summary>How clients outside the cluster reach the access tier: one of the nested records, nothing else. Metrics never leave the cluster.</summary>
public abstract record GatewayExposure
{
    private GatewayExposure()
    {
    }

    /// <summary>A load balancer of the cloud.</summary>
    /// <param name="AllowedRanges">Address ranges of the clients, at least one; never all addresses.</param>
    /// <param name="Annotations">Annotations for the cloud's controller, such as the scheme <c>internal</c>.</param>
    public sealed record LoadBalancer(ImmutableArray<string> AllowedRanges, ImmutableSortedDictionary<string, string> Annotations) : GatewayExposure;

    /// <summary>A port of every node, for sites with a balancer of their own.</summary>
    /// <param name="Port">30000 to 32767.</param>
    /// <param name="AllowedRanges">Address ranges of the clients, at least one; never all addresses.</param>
    public sealed record NodePort(int Port, ImmutableArray<string> AllowedRanges) : GatewayExposure;

    /// <summary>No address outside the cluster: clients come through an ingress or a tunnel that passes TLS through, or there are none.</summary>
    /// <param name="FromNamespace">Namespace of that ingress or tunnel; null when only pods of the system are clients.</param>
    public sealed record InsideOnly(string? FromNamespace) : GatewayExposure;
}
