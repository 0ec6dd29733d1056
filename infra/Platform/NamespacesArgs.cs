using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Infra.Platform;

/// <summary>Arguments of <see cref="Namespaces"/>.</summary>
public sealed class NamespacesArgs : ResourceArgs
{
    /// <summary>The namespaces in use; at least one, names distinct.</summary>
    public required ImmutableArray<NamespaceDefinition> Items { get; init; }
}
