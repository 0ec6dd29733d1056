namespace Clawdbot.Infra.Nodes;

/// <summary>A subnet to be.</summary>
/// <param name="Zone">Availability zone.</param>
/// <param name="Cidr">Addresses.</param>
public sealed record EksSubnet(string Zone, CidrBlock Cidr);
