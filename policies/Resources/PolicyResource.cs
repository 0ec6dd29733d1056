using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Resources;

/// <summary>One resource, as a rule sees it, whichever host it came from.</summary>
internal sealed class PolicyResource
{
    private IReadOnlyList<KubernetesObject>? _objects;

    /// <summary>Describes a resource.</summary>
    /// <param name="urn">URN; for manifests an identifier of the same shape.</param>
    /// <param name="type">Type token, for example <c>kubernetes:apps/v1:Deployment</c>.</param>
    /// <param name="name">Logical name.</param>
    /// <param name="properties">The inputs; in <c>AnalyzeStack</c> of the engine the outputs, which hold the inputs too.</param>
    public PolicyResource(string urn, string type, string name, PropertyValue.Map properties)
    {
        Urn = urn;
        Type = type;
        Name = name;
        Properties = Property.RootOf(this, properties);
    }

    /// <summary>URN; for manifests an identifier of the same shape.</summary>
    public string Urn { get; }

    /// <summary>Type token.</summary>
    public string Type { get; }

    /// <summary>Logical name.</summary>
    public string Name { get; }

    /// <summary>The properties as a whole.</summary>
    public Property Properties { get; }

    /// <summary>URN of the parent; null for the stack, and where the host does not tell.</summary>
    public string? Parent { get; init; }

    /// <summary>URNs that it depends on.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Whether deletion is refused (the <c>protect</c> option).</summary>
    public bool IsProtected { get; init; }

    /// <summary>
    /// The Kubernetes objects that it stands for: one for most, several for a list kind, none for anything else. Charts, patches and components are no objects.
    /// </summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects ??= KubernetesObjects.Of(this);

    /// <summary>The member <paramref name="key"/> of the properties.</summary>
    public Property this[string key] => Properties[key];

    /// <inheritdoc/>
    public override string ToString() => Urn;
}
