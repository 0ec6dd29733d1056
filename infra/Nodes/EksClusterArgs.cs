using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Infra.Nodes;

/// <summary>Arguments of <see cref="EksCluster"/>.</summary>
public sealed class EksClusterArgs : ResourceArgs
{
    /// <summary>The cluster.</summary>
    public required EksClusterSpec Spec { get; init; }

    /// <summary>Service accounts of workloads that call AWS.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<PodIdentitySpec> PodIdentities { get; init; } = [];
}
