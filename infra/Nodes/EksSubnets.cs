using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>How the network is cut: three quarters are the private subnets, the first three sixteenths of the last quarter the public ones.</summary>
/// <param name="Private">One for each zone; nodes, pods and the API live there.</param>
/// <param name="Public">One for each zone, for its NAT gateway only.</param>
public sealed record EksSubnets(ImmutableArray<EksSubnet> Private, ImmutableArray<EksSubnet> Public)
{
    /// <summary>Cuts a network.</summary>
    /// <param name="network">Its addresses.</param>
    /// <param name="zones">At most three.</param>
    public static EksSubnets Of(CidrBlock network, ImmutableArray<string> zones)
    {
        var rest = network.Part(EksClusterDefaults.PrivateBits, EksClusterDefaults.Zones);
        return new EksSubnets(
            [.. zones.Select((zone, index) => new EksSubnet(zone, network.Part(EksClusterDefaults.PrivateBits, index)))],
            [.. zones.Select((zone, index) => new EksSubnet(zone, rest.Part(EksClusterDefaults.PublicBits, index)))]);
    }
}
