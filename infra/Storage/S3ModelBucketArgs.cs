using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Arguments of <see cref="S3ModelBucket"/>.</summary>
public sealed class S3ModelBucketArgs : ResourceArgs
{
    /// <summary>Bucket, region and folder.</summary>
    public required ModelVolume.S3Mountpoint Volume { get; init; }

    /// <summary>Namespace of the model servers; the claims live there.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Name of the EKS cluster. The servers and the loader then get roles of their own; otherwise the CSI driver's apply.</summary>
    /// <value>Default: null.</value>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>Service accounts of the model servers, in <see cref="Namespace"/>: those that may read.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> ReaderServiceAccounts { get; init; } = [];

    /// <summary>ARN of the KMS key: of a new bucket the one to encrypt with, of an existing one the one its owner encrypts with.</summary>
    /// <value>Default: null, a key of its own for a new bucket, none for an existing one.</value>
    [Input("kmsKeyArn")]
    public Input<string>? KmsKeyArn { get; init; }
}
