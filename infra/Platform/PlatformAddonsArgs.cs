using Pulumi;

namespace Clawdbot.Infra.Platform;

/// <summary>Arguments of <see cref="PlatformAddons"/>.</summary>
public sealed class PlatformAddonsArgs : ResourceArgs
{
    /// <summary>What to install, and what the cluster has already.</summary>
    public required PlatformAddonsSpec Spec { get; init; }
}
