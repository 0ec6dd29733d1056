using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Clawdbot.Infra.Platform;

/// <summary>
/// An object of a kind that an operator adds to the cluster (cert-manager, Rook, KEDA, the Prometheus operator), whose content is its <c>spec</c>.
/// </summary>
/// <param name="apiVersion">API group and version, as <c>cert-manager.io/v1</c>.</param>
/// <param name="kind">The kind, as <c>Certificate</c>.</param>
public sealed class SpecifiedObjectArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
{
    [Input("spec", required: true)]
    private InputMap<object>? _spec;

    /// <summary>The content: nested dictionaries, lists, texts, numbers and flags; inputs and outputs anywhere in it.</summary>
    public required InputMap<object> Spec
    {
        get => _spec!;
        init => _spec = value;
    }
}
