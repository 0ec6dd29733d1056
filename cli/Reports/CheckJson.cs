using System.Globalization;
using System.Text.Json;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Plans;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Cli.Reports;

/// <summary>Findings for programs; docs/check.md describes it. Members may be added, none is removed or renamed.</summary>
internal static class CheckJson
{
    /// <summary>The report as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(CheckReport report) => PlanJson.Document(json =>
    {
        WriteViolations(json, report.Findings.Violations);
        json.WriteStartArray("waived");
        foreach (var (violation, waiver) in report.Findings.Waived)
        {
            json.WriteStartObject();
            WriteMembers(json, violation);
            json.WriteString("reason", waiver.Reason);
            json.WriteString("owner", waiver.Owner);
            json.WriteString("expires", waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notApplicable");
        foreach (var undecided in report.Findings.NotApplicable)
        {
            json.WriteStartObject();
            json.WriteString("rule", undecided.Rule.Id);
            json.WriteString("resource", undecided.Urn);
            json.WriteString("subject", undecided.Subject);
            json.WriteString("reason", undecided.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Writes the member <c>violations</c>.</summary>
    public static void WriteViolations(Utf8JsonWriter json, IEnumerable<PolicyViolation> violations)
    {
        json.WriteStartArray("violations");
        foreach (var violation in violations)
        {
            json.WriteStartObject();
            WriteMembers(json, violation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, PolicyViolation violation)
    {
        json.WriteString("rule", violation.Rule.Id);
        json.WriteString("severity", CheckWords.Severity(violation));
        json.WriteString("level", EnforcementLevels.Name(violation.Level));
        json.WriteString("resource", violation.Urn);
        json.WriteString("subject", violation.Subject);
        json.WriteString("message", violation.Message);
        json.WriteString("url", violation.Rule.Url);
    }
}
