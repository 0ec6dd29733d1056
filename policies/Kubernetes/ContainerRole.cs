namespace Clawdbot.Policies.Kubernetes;

/// <summary>Which list of the pod a container stands in.</summary>
internal enum ContainerRole
{
    /// <summary>Runs before the others; with <c>restartPolicy: Always</c> beside them.</summary>
    Init,

    /// <summary>One of the pod's containers.</summary>
    Main,

    /// <summary>Added to a running pod by a person.</summary>
    Ephemeral,
}
