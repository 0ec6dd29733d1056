using System.Collections.Immutable;

namespace Clawdbot.Cli.Rendering;

/// <summary>One chart that must be installed beside the rendered objects.</summary>
/// <param name="FileName">Order, namespace and name of the release.</param>
/// <param name="Yaml">The command that installs it, as a comment, and its values.</param>
/// <param name="Urn">The resource it comes from.</param>
/// <param name="Missing">Paths of values that are left out, each with the reason in brackets.</param>
internal sealed record ChartFile(string FileName, string Yaml, string Urn, ImmutableArray<string> Missing);
