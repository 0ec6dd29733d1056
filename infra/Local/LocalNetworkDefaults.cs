namespace Clawdbot.Infra.Local;

/// <summary>Choices of <see cref="LocalNetwork"/>, and what all containers of a local system have in common.</summary>
public static class LocalNetworkDefaults
{
    /// <summary>Name of the network.</summary>
    public const string NetworkName = LocalModelServerDefaults.NetworkName;

    /// <summary>Longest name of a network or container: it becomes a host name.</summary>
    public const int MaximumNameLength = 63;
}
