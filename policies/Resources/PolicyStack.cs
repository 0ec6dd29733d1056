using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Resources;

/// <summary>All resources of a stack, or all objects of a set of manifests, for rules about how they fit together.</summary>
internal sealed class PolicyStack
{
    private readonly ILookup<string, PolicyResource> _byType;
    private readonly Lazy<IReadOnlyList<KubernetesObject>> _objects;
    private readonly Lazy<ILookup<string, KubernetesObject>> _byKind;
    private readonly Lazy<ILookup<string, PolicyResource>> _children;
    private readonly Dictionary<Type, object> _views = [];

    /// <summary>Takes the resources in any order.</summary>
    public PolicyStack(IReadOnlyList<PolicyResource> resources)
    {
        Resources = resources;
        _byType = resources.ToLookup(r => r.Type, StringComparer.Ordinal);
        _objects = new(() => [.. Resources.SelectMany(r => r.Objects)]);
        _byKind = new(() => Objects.ToLookup(o => o.Kind, StringComparer.Ordinal));
        _children = new(() => Resources.Where(r => r.Parent is not null).ToLookup(r => r.Parent!, StringComparer.Ordinal));
    }

    /// <summary>The resources.</summary>
    public IReadOnlyList<PolicyResource> Resources { get; }

    /// <summary>The Kubernetes objects of all resources.</summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects.Value;

    /// <summary>The Kubernetes objects of <paramref name="kind"/>, of whatever API group.</summary>
    public IEnumerable<KubernetesObject> OfKind(string kind) => _byKind.Value[kind];

    /// <summary>The resources with the type token <paramref name="type"/>.</summary>
    public IEnumerable<PolicyResource> OfType(string type) => _byType[type];

    /// <summary>The children of a resource.</summary>
    public IEnumerable<PolicyResource> ChildrenOf(PolicyResource resource) => _children.Value[resource.Urn];

    /// <summary>Something that several rules compute from the whole stack, computed once.</summary>
    public T View<T>(Func<PolicyStack, T> create)
        where T : class
    {
        if (!_views.TryGetValue(typeof(T), out var view))
        {
            _views.Add(typeof(T), view = create(this));
        }

        return (T)view;
    }
}
