namespace Clawdbot.Infra.Gateway;

/// <summary>Where the images of access tier and Router come from: one of the nested records, nothing else.</summary>
public abstract record GatewayImages
{
    private GatewayImages()
    {
    }

    /// <summary>Images that somebody has published.</summary>
    /// <param name="AccessTier">Image of the access tier, by tag (not <c>latest</c>), digest or both.</param>
    /// <param name="Router">Image of the Router, likewise.</param>
    public sealed record Published(string AccessTier, string Router) : GatewayImages;

    /// <summary>Built from this repository and pushed to ECR repositories that the stack makes.</summary>
    /// <param name="Prefix">First part of the repository names.</param>
    /// <param name="Tag">Tag. ECR refuses another content under a tag that exists, so a change needs a new one.</param>
    public sealed record BuiltToEcr(string Prefix, string Tag) : GatewayImages;

    /// <summary>Built from this repository and pushed to a registry that exists.</summary>
    /// <param name="Registry">Registry and first part of the repository names: <c>registry.example.org/clawdbot</c>.</param>
    /// <param name="Tag">Tag.</param>
    public sealed record BuiltToRegistry(string Registry, string Tag) : GatewayImages;

    /// <summary>Built by the Docker of the machine that runs them, and pushed nowhere.</summary>
    /// <param name="Tag">Tag; change it with the content.</param>
    public sealed record BuiltOnMachine(string Tag) : GatewayImages;
}
