using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Cli.Checks;

/// <summary>What the policies found.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Findings">What was found.</param>
internal sealed record CheckReport(CheckSubject Subject, PolicyFindings Findings);
