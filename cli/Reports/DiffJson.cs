using System.Text.Json;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>A comparison for programs; docs/diff.md describes it. Members may be added, none is removed or renamed.</summary>
internal static class DiffJson
{
    /// <summary>The report as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(DiffReport report) => PlanJson.Document(json =>
    {
        json.WriteString("stack", report.Stack);
        json.WriteString("project", report.Project);
        json.WriteBoolean("same", report.Changes.IsEmpty);
        json.WriteStartArray("changes");
        foreach (var change in report.Changes)
        {
            WriteChange(json, change);
        }

        json.WriteEndArray();
        json.WriteStartArray("workloads");
        foreach (var (restart, figures) in report.Workloads)
        {
            json.WriteStartObject();
            json.WriteString("urn", figures.Urn);
            json.WriteString("restart", Effects.Word(restart));
            WriteFigures(json, figures.Pods, figures.Replicas, figures.Minutes, figures.RolloutMinutes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("uncompared");
        foreach (var (urn, property, kind) in report.Uncompared)
        {
            json.WriteStartObject();
            json.WriteString("urn", urn);
            json.WriteString("property", property);
            json.WriteString("kind", kind);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PlanJson.WriteStrings(json, "notes", report.Notes);
    });

    private static void WriteChange(Utf8JsonWriter json, DiffChange change)
    {
        json.WriteStartObject();
        json.WriteString("urn", change.Urn);
        json.WriteString("property", change.Property);
        json.WriteString("restart", Effects.Word(change.Consequence.Restart));
        WriteFigures(json, change.Pods, change.Replicas, change.Minutes, change.RolloutMinutes);
        json.WriteString("type", change.Type);
        json.WriteString("name", change.Name);
        json.WriteString("change", change.Kind);
        Value("before", change.Before);
        Value("after", change.After);
        json.WriteBoolean("secret", change.IsSecret);
        json.WriteBoolean("replaces", change.Property != DiffChange.Whole && Effects.Replaces(change.Consequence.Effect));
        json.WriteString("reason", change.Consequence.Reason);
        PlanJson.WriteStrings(json, "workloads", [.. change.Consequence.Restarts.Select(restart => restart.Urn)]);
        json.WriteEndObject();

        void Value(string name, PlanValue? value)
        {
            json.WritePropertyName(name);
            PlanJson.WriteValue(json, value ?? PlanValue.Nothing);
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, int pods, int replicas, double minutes, double rolloutMinutes)
    {
        json.WriteNumber("pods", pods);
        json.WriteNumber("replicas", replicas);
        json.WriteNumber("minutes", minutes);
        json.WriteNumber("rolloutMinutes", rolloutMinutes);
    }
}
