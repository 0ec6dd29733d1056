using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>A Kubernetes object inside a resource.</summary>
internal sealed class KubernetesObject
{
    // A kind, a namespace of 63 characters and a name of 253.
    private const int LongestShortName = 400;

    private readonly Lazy<Workload?> _workload;

    /// <summary>Describes an object.</summary>
    /// <param name="resource">The resource that declares it.</param>
    /// <param name="root">Its place: the properties as a whole, or an element of a list kind.</param>
    /// <param name="apiVersion">For example <c>apps/v1</c>.</param>
    /// <param name="kind">For example <c>Deployment</c>.</param>
    public KubernetesObject(PolicyResource resource, Property root, string apiVersion, string kind)
    {
        Resource = resource;
        Root = root;
        ApiVersion = apiVersion;
        Kind = kind;
        _workload = new(() => Workload.Of(this));
    }

    /// <summary>The resource that declares it.</summary>
    public PolicyResource Resource { get; }

    /// <summary>Its place in the resource's properties.</summary>
    public Property Root { get; }

    /// <summary>For example <c>apps/v1</c>.</summary>
    public string ApiVersion { get; }

    /// <summary>API group; empty for the core group.</summary>
    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion[..ApiVersion.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>For example <c>Deployment</c>.</summary>
    public string Kind { get; }

    /// <summary>The specification.</summary>
    public Property Spec => Root["spec"];

    /// <summary>The metadata.</summary>
    public Property Metadata => Root["metadata"];

    /// <summary>The labels.</summary>
    public Property Labels => Metadata["labels"];

    /// <summary>The annotations.</summary>
    public Property Annotations => Metadata["annotations"];

    /// <summary>The name; the empty string when it is not set. Unreadable names are the resource's logical name.</summary>
    public string Name => Metadata["name"] is { IsUnreadable: false } name ? name.Text ?? "" : Resource.Name;

    /// <summary>The namespace; the empty string when it is not set, null when it cannot be read.</summary>
    public string? Namespace => Metadata["namespace"] is { IsUnreadable: false } place ? place.Text ?? "" : null;

    /// <summary>The namespace; the empty string when it is not set.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public string KnownNamespace => Metadata["namespace"].Text ?? "";

    /// <summary>The pods that it makes; null for objects that make none.</summary>
    public Workload? Workload => _workload.Value;

    /// <summary>
    /// What a waiver or a message calls it: <c>Deployment/clawdbot/gateway</c>, without a namespace <c>Namespace/clawdbot</c>. On one line, and without what is secret.
    /// </summary>
    public string ShortName
    {
        get
        {
            var name = Metadata["name"].IsSecret ? Resource.Name : Name;
            var space = Metadata["namespace"].IsSecret ? null : Namespace;
            return ShownValue.OneLine(string.IsNullOrEmpty(space) ? $"{Kind}/{name}" : $"{Kind}/{space}/{name}", LongestShortName);
        }
    }

    /// <summary>The value of the label <paramref name="key"/>; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The labels cannot be read.</exception>
    public string? Label(string key) => Labels[key].Text;

    /// <inheritdoc/>
    public override string ToString() => ShortName;
}
