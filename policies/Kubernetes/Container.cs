using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>A container of a workload's pods.</summary>
internal sealed class Container(Workload workload, Property root, ContainerRole role)
{
    /// <summary>The workload.</summary>
    public Workload Workload { get; } = workload;

    /// <summary>Its place.</summary>
    public Property Root { get; } = root;

    /// <summary>Which list of the pod it stands in.</summary>
    public ContainerRole Role { get; } = role;

    /// <summary>The name; empty when it is not set or cannot be read.</summary>
    public string Name => Root["name"] is { IsUnreadable: false } name ? name.Text ?? "" : "";

    /// <summary>Its own security context.</summary>
    public Property SecurityContext => Root["securityContext"];

    /// <summary>The image.</summary>
    public Property Image => Root["image"];

    /// <summary>The environment variables.</summary>
    public IEnumerable<Property> Environment => Root["env"].Items;

    /// <summary>The strings of <c>command</c> and then of <c>args</c>.</summary>
    /// <exception cref="UnknownValueException">One of them is not known yet.</exception>
    public IReadOnlyList<Property> CommandLine => [.. Root["command"].Items, .. Root["args"].Items];

    /// <summary>Whether it runs as long as the pod: a container of the pod, or an init container that is restarted always (a sidecar).</summary>
    public bool IsLongRunning => Role == ContainerRole.Main || (Role == ContainerRole.Init && Root["restartPolicy"] is { IsUnreadable: false, Text: "Always" });

    /// <inheritdoc/>
    public override string ToString() => Root["name"].IsSecret ? "container with a secret name" : $"container {ShownValue.Quoted(Name)}";
}
