namespace Clawdbot.Bench;

/// <summary>What the policy bench measured; the shape of its <c>--json</c>.</summary>
/// <param name="Resources">Resources that both packs were asked about.</param>
/// <param name="Violations">Violations that both reported, the same on both sides.</param>
/// <param name="Ours">This repository's pack.</param>
/// <param name="Node">The pack on the official <c>@pulumi/policy</c>.</param>
/// <param name="Throughput">Our resources a second over Node's, one request after the other.</param>
/// <param name="ThroughputParallel">The same with several requests under way.</param>
/// <param name="WholeProcess">Node's time for the whole process over ours.</param>
/// <param name="Production">The full rule set on the graph of prod.</param>
internal sealed record PolicyReport(
    int Resources, int Violations, PolicySide Ours, PolicySide Node, double Throughput, double ThroughputParallel, double WholeProcess, ProductionRow Production);

/// <summary>Medians of one pack.</summary>
/// <param name="StartSeconds">From the start of the process to its port.</param>
/// <param name="MillisecondsPerResource">One request after the other, the first included.</param>
/// <param name="PerSecond">Resources a second, one request after the other.</param>
/// <param name="PerSecondParallel">Resources a second, with <see cref="BenchDefaults.PolicyParallel"/> requests under way, in the warm process.</param>
/// <param name="WholeSeconds">From the start of the process to the last answer, one request after the other.</param>
/// <param name="PeakMiB">Peak resident memory.</param>
internal sealed record PolicySide(double StartSeconds, double MillisecondsPerResource, double PerSecond, double PerSecondParallel, double WholeSeconds, double PeakMiB);

/// <summary>The full rule set on the planned graph of prod, in process.</summary>
/// <param name="Rules">Rules.</param>
/// <param name="Resources">Resources.</param>
/// <param name="FirstMilliseconds">The first evaluation in a fresh process, compilation included.</param>
/// <param name="Milliseconds">Median of the later ones.</param>
internal sealed record ProductionRow(int Rules, int Resources, double FirstMilliseconds, double Milliseconds);
