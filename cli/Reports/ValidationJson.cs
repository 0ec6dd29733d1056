using System.Text.Json;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Reports;

/// <summary>The comparison with measurements for programs; docs/size.md describes it. Errors are shares: 0.01 is 1 %.</summary>
internal static class ValidationJson
{
    /// <summary>The comparison as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(KvReport report) => PlanJson.Document(json =>
    {
        SizeJson.List(json, "rows", report.Rows, row => Row(json, row));
        var all = ValidationGroup.All(report);
        json.WriteStartObject("summary");
        json.WriteNumber("predicted", report.Rows.Count(r => r.Point.Skipped.Length == 0));
        json.WriteNumber("notPredicted", report.Rows.Count(r => r.Point.Skipped.Length > 0));
        Summary(json, all.Own);
        Groups(json, "peers", "method", all.Peers);
        SizeJson.List(json, "byGpu", ValidationGroup.ByGpu(report), g => Group(json, "gpu", g));
        SizeJson.List(json, "byVersion", ValidationGroup.ByVersion(report), g => Group(json, "version", g));
        json.WriteEndObject();
    });

    private static void Row(Utf8JsonWriter json, KvPrediction row)
    {
        // Null says that nothing was computed, which false or zero would not.
        var predicted = row.Point.Skipped.Length == 0;
        json.WriteString("id", row.Point.Id);
        if (predicted)
        {
            json.WriteBoolean("fits", row.Fits);
        }
        else
        {
            json.WriteNull("fits");
        }

        SizeJson.Number(json, "availableKvGiB", predicted ? row.AvailableKvGiB : null);
        SizeJson.Number(json, "kvCacheTokens", predicted ? row.KvTokens : null);
        json.WriteString("reason", predicted ? row.Reason : row.Point.Skipped);
        SizeJson.Number(json, "measuredTokens", row.Point.MeasuredTokens);
        SizeJson.Number(json, "error", row.Error);
        SizeJson.Number(json, "kaitoTokens", predicted ? row.KaitoTokens : null);
        SizeJson.Number(json, "flatReserveTokens", predicted ? row.FlatReserveTokens : null);
    }

    private static void Group(Utf8JsonWriter json, string name, ValidationGroup group)
    {
        json.WriteString(name, group.Own.Group);
        Summary(json, group.Own);
        Groups(json, "peers", "method", group.Peers);
    }

    private static void Groups(Utf8JsonWriter json, string list, string name, IEnumerable<KvErrorSummary> summaries) =>
        SizeJson.List(json, list, summaries, s =>
        {
            json.WriteString(name, s.Group);
            Summary(json, s);
        });

    private static void Summary(Utf8JsonWriter json, KvErrorSummary summary)
    {
        double? Known(double value) => summary.Rows == 0 ? null : value;
        json.WriteNumber("compared", summary.Rows);
        SizeJson.Number(json, "median", Known(summary.Median));
        SizeJson.Number(json, "percentile90", Known(summary.Percentile90));
        SizeJson.Number(json, "worst", Known(summary.Worst));
        json.WriteNumber("falseFits", summary.FalseFits);
        json.WriteNumber("falseRefusals", summary.FalseRefusals);
    }
}
