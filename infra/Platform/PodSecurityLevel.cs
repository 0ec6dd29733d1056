namespace Clawdbot.Infra.Platform;

/// <summary>
/// The Pod Security level of a namespace: what its pods may ask of the node.
/// https://kubernetes.io/docs/concepts/security/pod-security-standards/
/// </summary>
public enum PodSecurityLevel
{
    /// <summary>No root, no capabilities, no host access: every pod of ours.</summary>
    Restricted,

    /// <summary>No known way out of the container, but root is allowed.</summary>
    Baseline,

    /// <summary>Anything, host devices and networks included: storage daemons and drivers, which handle the node's disks and mounts.</summary>
    Privileged,
}
