using System.Collections.Immutable;
using Clawdbot.Infra.Platform;
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

    /// <summary>Namespace of Rook; only CephFs looks at it.</summary>
    /// <value>Default: <see cref="WellKnownNamespaces.Rook"/>.</value>
    [Input("rookNamespace")]
    public Input<string>? RookNamespace { get; init; }

    /// <summary>The network of the EKS cluster; a new Lustre file system needs it.</summary>
    /// <value>Default: null.</value>
    [Input("network")]
    public StorageNetworkArgs? Network { get; init; }

    /// <summary>Name of the EKS cluster; a new bucket needs it.</summary>
    /// <value>Default: null.</value>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>ARN of the KMS key for files on AWS.</summary>
    /// <value>Default: null, a key of its own.</value>
    [Input("kmsKeyArn")]
    public Input<string>? KmsKeyArn { get; init; }

    /// <summary>Service accounts of the model servers, which may read a bucket.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> ReaderServiceAccounts { get; init; } = [];
}
