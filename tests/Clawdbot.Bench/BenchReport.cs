namespace Clawdbot.Bench;

/// <summary>Everything that was measured; the shape of <c>--json</c>.</summary>
/// <param name="Graphs">One row per size, ascending.</param>
/// <param name="Growth">How time grows with size.</param>
/// <param name="Commands">Commands of <c>clawdbot</c>; empty when they were left out.</param>
/// <param name="Planner">Planning of one pool; null when commands were left out.</param>
internal sealed record BenchReport(IReadOnlyList<GraphRow> Graphs, GrowthRow Growth, IReadOnlyList<CommandRow> Commands, PlannerRow? Planner);

/// <summary>Medians of one command.</summary>
/// <param name="Command">The command line.</param>
/// <param name="Seconds">Wall time of the whole process.</param>
/// <param name="PeakMiB">Peak resident memory.</param>
internal sealed record CommandRow(string Command, double Seconds, double PeakMiB);

/// <summary>Median times of planning one pool in a warm process.</summary>
/// <param name="FitMilliseconds">A pool that fits.</param>
/// <param name="RefusalMilliseconds">A pool that does not, proposals included.</param>
internal sealed record PlannerRow(double FitMilliseconds, double RefusalMilliseconds);

/// <summary>Medians of one side.</summary>
/// <param name="Seconds">Wall time of the whole process.</param>
/// <param name="PeakMiB">Peak resident memory.</param>
internal sealed record SideFigures(double Seconds, double PeakMiB);

/// <summary>One graph size.</summary>
/// <param name="Applications">Applications in the graph.</param>
/// <param name="Resources">Kubernetes objects planned, the same on both sides.</param>
/// <param name="Digest">Digest of the planned objects, the same on both sides.</param>
/// <param name="Sdk">This repository's SDK.</param>
/// <param name="Node">The official Node SDK; null when it was left out.</param>
/// <param name="TimesFaster">Node's time over ours.</param>
/// <param name="MemoryRatio">Our memory over Node's.</param>
internal sealed record GraphRow(
    int Applications, int Resources, string Digest, SideFigures Sdk, SideFigures? Node, double? TimesFaster, double? MemoryRatio);

/// <summary>Exponents <c>k</c> of <c>time ~ size^k</c>.</summary>
/// <param name="Sdk">Over all sizes; null with fewer than two.</param>
/// <param name="Node">The same for the Node SDK.</param>
/// <param name="SdkLast">Between the two largest sizes only, where start-up hides least.</param>
/// <param name="NodeLast">The same for the Node SDK.</param>
internal sealed record GrowthRow(double? Sdk, double? Node, double? SdkLast, double? NodeLast);
