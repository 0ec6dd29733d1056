namespace Clawdbot.Infra.Platform;

/// <summary>The label keys that every component shares, and the standard set of an object.</summary>
public static class Labels
{
    /// <summary>Program that runs: <c>vllm</c>, <c>nginx</c>.</summary>
    public const string Name = "app.kubernetes.io/name";

    /// <summary>Which one of them: the pool's name.</summary>
    public const string Instance = "app.kubernetes.io/instance";

    /// <summary>Role in the system: <c>model-server</c>.</summary>
    public const string Component = "app.kubernetes.io/component";

    /// <summary>System that the object belongs to.</summary>
    public const string PartOf = "app.kubernetes.io/part-of";

    /// <summary>Tool that owns the object.</summary>
    public const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>Pool of model servers.</summary>
    public const string Pool = "clawdbot.dev/pool";

    /// <summary>Model that a pod serves, as <c>org--name</c>.</summary>
    public const string Model = "clawdbot.dev/model";

    /// <summary>GPU SKU of a node, and of the pods meant for it; values as in <see cref="Capacity.GpuCatalog"/>.</summary>
    public const string GpuSku = "clawdbot.dev/gpu-sku";

    /// <summary>Label that Kubernetes itself puts on each namespace with the namespace's name.</summary>
    public const string NamespaceName = "kubernetes.io/metadata.name";

    /// <summary>Label that the kubelet puts on each node with the node's host name.</summary>
    public const string Hostname = "kubernetes.io/hostname";

    /// <summary>Label with the failure zone of a node.</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The recommended labels of an object.</summary>
    /// <param name="name">Value of <see cref="Name"/>.</param>
    /// <param name="instance">Value of <see cref="Instance"/>.</param>
    /// <param name="component">Value of <see cref="Component"/>.</param>
    public static Dictionary<string, string> For(string name, string instance, string component) => new()
    {
        [Name] = name,
        [Instance] = instance,
        [Component] = component,
        [PartOf] = "clawdbot",
        [ManagedBy] = "pulumi",
    };
}
