namespace Clawdbot.Infra.Platform;

/// <summary>Where an add-on of the cluster comes from.</summary>
public enum AddonSource
{
    /// <summary>We install its chart and own its version.</summary>
    Install,

    /// <summary>The cluster has it already, in a version that offers the same API; nothing of it is touched.</summary>
    Existing,
}
