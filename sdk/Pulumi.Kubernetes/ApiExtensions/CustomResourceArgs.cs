using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>The inputs of a <see cref="CustomResource"/>; derive from it and add <c>[Input]</c> members such as <c>spec</c>.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    /// <summary>Fixes what kind of object it is.</summary>
    /// <param name="apiVersion">The API group and version, as <c>keda.sh/v1alpha1</c>.</param>
    /// <param name="kind">The kind, as <c>ScaledObject</c>.</param>
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        ApiVersion = apiVersion;
        Kind = kind;
        Type = $"kubernetes:{apiVersion}:{kind}";
    }

    /// <summary>The API group and version of the kind.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    /// <summary>The kind.</summary>
    [Input("kind")]
    public Input<string> Kind { get; }

    /// <summary>Name, namespace, labels and annotations.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    /// <summary>The type token. Apart from the inputs, because a token must be known before any output is.</summary>
    internal string Type { get; }
}
