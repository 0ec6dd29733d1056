using Pulumi;

namespace Clawdbot.Infra.Storage;

/// <summary>Arguments of <see cref="CephFileSystem"/>.</summary>
public sealed class CephFileSystemArgs : ResourceArgs
{
    /// <summary>Size, copies and devices.</summary>
    public required ModelVolume.CephFs Volume { get; init; }

    /// <summary>Namespace of the model servers; the claim lives there.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Namespace of the Rook operator, its CSI driver and the Ceph daemons; Pod Security <c>privileged</c>.</summary>
    [Input("rookNamespace", required: true)]
    public required Input<string> RookNamespace { get; init; }
}
