using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>The report for programs; docs/plan-schema.md describes it. Members may be added, none is removed or renamed.</summary>
internal static class PreviewJson
{
    // Filled by the capacity planner; null says that nothing computed them, which zero would not.
    /// <summary>The report as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(PreviewReport report) => PlanJson.Document(json =>
    {
        json.WriteString("stack", report.Plan.Stack);
        json.WriteStartArray("resources");
        foreach (var resource in report.Plan.Resources)
        {
            json.WriteStartObject();
            json.WriteString("urn", resource.Urn);
            json.WriteString("type", resource.Type);
            json.WriteString("name", resource.Name);
            json.WriteString("parent", resource.Parent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("pools");
        foreach (var pool in report.Plan.Pools)
        {
            json.WriteStartObject();
            PlanJson.WritePool(json, pool);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        CheckJson.WriteViolations(json, report.Check.Findings.Violations);
        json.WritePropertyName("outputs");
        PlanJson.WriteValue(json, report.Plan.Outputs);
        PlanJson.WriteStrings(json, "notes", report.Plan.Notes);
        PlanJson.WriteStrings(json, "warnings", report.Plan.Warnings);
        json.WriteNumber("durationMs", (long)report.Duration.TotalMilliseconds);
    });
}
