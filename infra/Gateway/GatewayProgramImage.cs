using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway;

/// <summary>An image of the gateway that this repository builds.</summary>
/// <param name="Repository">Last part of its repository's name.</param>
/// <param name="Directory">Directory that is sent to the builder.</param>
public sealed record GatewayProgramImage(string Repository, string Directory)
{
    /// <summary>The access tier.</summary>
    public static GatewayProgramImage AccessTier { get; } = new("access-tier", $"{GatewayDefaults.BuildDirectory}/access-tier");

    /// <summary>The Router.</summary>
    public static GatewayProgramImage Router { get; } = new("router", GatewayDefaults.BuildDirectory);

    /// <summary>Both.</summary>
    public static ImmutableArray<GatewayProgramImage> All { get; } = [AccessTier, Router];

    /// <summary>Its Dockerfile.</summary>
    public string Dockerfile => $"{Directory}/Dockerfile";
}
