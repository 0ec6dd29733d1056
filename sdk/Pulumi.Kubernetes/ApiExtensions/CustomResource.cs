using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>An object of a kind that a CustomResourceDefinition adds to the cluster, as <c>keda.sh/v1alpha1 ScaledObject</c>.</summary>
/// <remarks>Its npm twin takes an open dictionary and has no regular shape, so this class is written by hand after the official one.</remarks>
public class CustomResource : KubernetesResource
{
    /// <summary>Registers the object.</summary>
    /// <param name="name">The logical name, unique among resources of the kind.</param>
    /// <param name="args">The object: a class derived from <see cref="CustomResourceArgs"/> with an input for each of its fields.</param>
    /// <param name="options">How the engine treats the resource.</param>
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
        : base(args?.Type ?? throw new ArgumentNullException(nameof(args)), name, args, options)
    {
    }

    /// <summary>The API group and version of the kind, as <c>keda.sh/v1alpha1</c>.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    /// <summary>The kind, as <c>ScaledObject</c>.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    /// <summary>Name, namespace, labels and annotations.</summary>
    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;
}
