using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Arguments of <see cref="ModelStorage"/>.</summary>
public sealed class ModelStorageArgs : ResourceArgs
{
    /// <summary>Where the model files are.</summary>
    public required ModelVolume Volume { get; init; }

    /// <summary>Namespace of the model servers; the claim lives there.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }
}
