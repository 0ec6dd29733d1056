using Pulumi;

namespace Clawdbot.Infra.Serving;

/// <summary>Arguments of <see cref="ModelPool"/>.</summary>
public sealed class ModelPoolArgs : ResourceArgs
{
    /// <summary>What to run, and where.</summary>
    public required ModelPoolSpec Spec { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Claim with the weights, in that namespace; mounted read-only.</summary>
    [Input("claimName", required: true)]
    public required Input<string> ClaimName { get; init; }

    /// <summary>Secret with the API key, in that namespace, under the key <see cref="ModelServerKeyDefaults.Key"/>.</summary>
    [Input("apiKeySecretName", required: true)]
    public required Input<string> ApiKeySecretName { get; init; }

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Serving"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }
}
