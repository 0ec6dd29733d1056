using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Arguments of <see cref="FsxLustreStorage"/>.</summary>
public sealed class FsxLustreStorageArgs : ResourceArgs
{
    /// <summary>A new file system or an existing one.</summary>
    public required ModelVolume.FsxLustre Volume { get; init; }

    /// <summary>Namespace of the model servers; the claim lives there.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>The cluster's network; a new file system needs it.</summary>
    /// <value>Default: null, for an existing file system.</value>
    [Input("network")]
    public StorageNetworkArgs? Network { get; init; }

    /// <summary>ARN of the KMS key for a new file system.</summary>
    /// <value>Default: null, a key of its own.</value>
    [Input("kmsKeyArn")]
    public Input<string>? KmsKeyArn { get; init; }
}
