namespace Pulumi.Kubernetes;

/// <summary>The base of all Kubernetes resources; only this package derives from it.</summary>
public abstract class KubernetesResource : global::Pulumi.CustomResource
{
    /// <summary>Registers the resource.</summary>
    /// <param name="type">The type token, as <c>kubernetes:apps/v1:Deployment</c>.</param>
    /// <param name="name">The logical name, unique among resources of the type.</param>
    /// <param name="args">The inputs, with apiVersion and kind set.</param>
    /// <param name="options">How the engine treats the resource.</param>
    internal KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args, options)
    {
    }
}
