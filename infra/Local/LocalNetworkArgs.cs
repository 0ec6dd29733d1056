using Pulumi;

namespace Clawdbot.Infra.Local;

/// <summary>Arguments of <see cref="LocalNetwork"/>.</summary>
public sealed class LocalNetworkArgs : ResourceArgs
{
    /// <summary>Name of the network on this machine.</summary>
    public string NetworkName { get; init; } = LocalNetworkDefaults.NetworkName;
}
