using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>A setting that neither side shows, so that nobody can tell whether it changed.</summary>
/// <param name="Path">Its parts from the top.</param>
/// <param name="Kind"><c>secret</c>, <c>unknown</c> (known only after the deployment) or <c>content</c> (a file).</param>
internal sealed record Uncompared(ImmutableArray<string> Path, string Kind);
