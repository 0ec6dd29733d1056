using System.Globalization;
using Clawdbot.Cli.Checks;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Cli.Reports;

/// <summary>Words and lines that the reports on findings share.</summary>
internal static class CheckWords
{
    /// <summary>The severity in lower case.</summary>
    public static string Severity(PolicyViolation violation) => violation.Rule.Severity switch
    {
        PolicySeverity.Critical => "critical",
        PolicySeverity.High => "high",
        PolicySeverity.Medium => "medium",
        _ => "low",
    };

    /// <summary>The worst first; what is equally bad stays in order.</summary>
    public static IEnumerable<PolicyViolation> Ordered(PolicyFindings findings) =>
        findings.Violations.OrderByDescending(v => v.IsMandatory).ThenByDescending(v => v.Rule.Severity).ThenBy(v => v.Rule.Id, StringComparer.Ordinal).ThenBy(v => v.Subject, StringComparer.Ordinal);

    /// <summary>One violation: what it is, and below it what to do.</summary>
    public static IEnumerable<string> Lines(PolicyViolation violation) =>
    [
        $"{EnforcementLevels.Name(violation.Level)} {Severity(violation)}: {violation.Rule.Id} on {Files.OneLine.Of(violation.Subject)}",
        $"  {violation.Message}",
    ];

    /// <summary>What is accepted, by rule and waiver.</summary>
    public static IEnumerable<string> Waived(PolicyFindings findings) => findings.Waived
        .GroupBy(waived => waived.Waiver)
        .Select(group => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Key.Rule}: {PreviewTree.Count(group.Count(), "violation")} until {group.Key.Expires:yyyy-MM-dd} (owner {Files.OneLine.Of(group.Key.Owner)}): {Files.OneLine.Of(group.Key.Reason)}"));

    /// <summary>What could not be decided, by rule: how often, and why the first time.</summary>
    public static IEnumerable<string> Undecided(PolicyFindings findings) => findings.NotApplicable
        .GroupBy(undecided => undecided.Rule.Id, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.ToList() is [var only]
            ? $"{group.Key}: {Files.OneLine.Of(only.Subject)}, because {only.Reason}"
            : $"{group.Key}: {group.Count().ToString(CultureInfo.InvariantCulture)} times, first {Files.OneLine.Of(group.First().Subject)}, because {group.First().Reason}");

    /// <summary>What a preview says: the violations, what is accepted, and the result.</summary>
    public static IEnumerable<string> Summary(CheckReport report) =>
        [.. Ordered(report.Findings).SelectMany(Lines), .. Waived(report.Findings).Select(line => $"waived: {line}"), Totals(report)];

    /// <summary>The result in one sentence.</summary>
    public static string Totals(CheckReport report)
    {
        var findings = report.Findings;
        var mandatory = findings.Violations.Count(v => v.IsMandatory);
        var violations = findings.Violations.Count == 0
            ? "no violations"
            : string.Create(CultureInfo.InvariantCulture, $"{PreviewTree.Count(findings.Violations.Count, "violation")}, {mandatory} of them mandatory");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PolicyCatalogue.All.Count} policies on {PreviewTree.Count(report.Subject.Resources.Count, "resource")}: {violations}; {findings.Waived.Count} waived, {findings.NotApplicable.Count} not applicable.");
    }
}
