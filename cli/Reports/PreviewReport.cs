using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>What a preview shows, whatever the medium.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Check">What the policies found.</param>
/// <param name="Duration">From the start of the process to the finished plan.</param>
/// <param name="Written">What was written to disk, one line each.</param>
internal sealed record PreviewReport(Plan Plan, CheckReport Check, TimeSpan Duration, IReadOnlyList<string> Written);
