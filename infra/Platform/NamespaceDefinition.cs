namespace Clawdbot.Infra.Platform;

/// <summary>One namespace and how tight it is.</summary>
/// <param name="Name">DNS label, at most 63 characters.</param>
/// <param name="AllowDns">Whether pods may ask the cluster's DNS; everything else is closed until a component opens it.</param>
public sealed record NamespaceDefinition(string Name, bool AllowDns)
{
    /// <summary>Pod Security level that the API server enforces.</summary>
    /// <value>Default: restricted. Anything wider belongs to a namespace of other people's operators, never to one with pods of ours.</value>
    public PodSecurityLevel PodSecurity { get; init; } = PodSecurityLevel.Restricted;

    /// <summary>
    /// Whether all traffic is denied until a component opens a path. Without it <see cref="AllowDns"/> must be false: a policy that only
    /// opens DNS would close everything else.
    /// </summary>
    /// <value>Default: true. False only for operators whose traffic their own charts describe, as Rook's between Ceph daemons.</value>
    public bool DefaultDeny { get; init; } = true;

    /// <summary>Whether the namespace stays when the stack is destroyed; deleting it would delete the claims that are meant to stay.</summary>
    /// <value>Default: false.</value>
    public bool KeepOnDestroy { get; init; }
}
