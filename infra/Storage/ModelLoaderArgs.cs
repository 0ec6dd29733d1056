using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Arguments of <see cref="ModelLoader"/>.</summary>
public sealed class ModelLoaderArgs : ResourceArgs
{
    /// <summary>What to load.</summary>
    public required ModelLoaderSpec Spec { get; init; }

    /// <summary>Namespace of the model servers.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Claim of the storage; it must be mountable for writing.</summary>
    [Input("claimName", required: true)]
    public required Input<string> ClaimName { get; init; }

    /// <summary>
    /// Token for the source, where it needs one. Pass a secret. Not an input of the component, so that the value is recorded in one place
    /// only, the Secret.
    /// </summary>
    public Input<string>? Token { get; init; }

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Batch"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }
}
