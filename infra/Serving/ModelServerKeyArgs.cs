using Pulumi;

namespace Clawdbot.Infra.Serving;

/// <summary>Arguments of <see cref="ModelServerKey"/>.</summary>
public sealed class ModelServerKeyArgs : ResourceArgs
{
    /// <summary>Namespace of the model servers.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>
    /// The key that clients of the model servers present. Pass a secret. Not an input of the component, so that the value is recorded
    /// in one place only, the Secret.
    /// </summary>
    public required Input<string> ApiKey { get; init; }
}
