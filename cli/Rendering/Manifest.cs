using System.Collections.Immutable;

namespace Clawdbot.Cli.Rendering;

/// <summary>One rendered Kubernetes object.</summary>
/// <param name="FileName">Apply rank, kind, namespace and name.</param>
/// <param name="Yaml">The document, ending in a line feed.</param>
/// <param name="Urn">The resource it comes from.</param>
/// <param name="SecretPaths">Paths left out because their values are secret.</param>
/// <param name="UnknownPaths">Paths left out because only the deployment knows their values.</param>
internal sealed record Manifest(
    string FileName,
    string Yaml,
    string Urn,
    ImmutableArray<string> SecretPaths,
    ImmutableArray<string> UnknownPaths);
