using System.Collections.Immutable;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>One setting of a resource that is not the same on both sides.</summary>
/// <param name="Path">Its parts from the top: keys as they are, elements of lists in square brackets.</param>
/// <param name="Before">The value on the old side; null when it is not set there.</param>
/// <param name="After">The value on the new side; null when it is not set there.</param>
internal sealed record Difference(ImmutableArray<string> Path, PlanValue? Before, PlanValue? After);
