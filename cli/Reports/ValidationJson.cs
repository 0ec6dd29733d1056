using System.Text.Json;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Reports;

/// <summary>The comparison with measurements for programs; docs/size.md describes it. Errors are shares: 0.01 is 1 %.</summary>
internal static class ValidationJson
{
    /// <summary>The comparison as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(ValidationResult result) => PlanJson.Document(json =>
    {
        SizeJson.List(json, "rows", result.Rows, row => Row(json, row));
        json.WriteStartObject("summary");
        json.WriteNumber("predicted", result.Predicted);
        json.WriteNumber("notPredicted", result.Rows.Length - result.Predicted);
        Group(json, result.All, result.HasOutcomes);
        SizeJson.List(json, "byGpu", result.ByGpu, g => NamedGroup(json, "gpu", g, result.HasOutcomes));
        SizeJson.List(json, "byVersion", result.ByVersion, g => NamedGroup(json, "version", g, result.HasOutcomes));
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

    private static void NamedGroup(Utf8JsonWriter json, string name, ValidationGroup group, bool hasOutcomes)
    {
        json.WriteString(name, group.Own.Group);
        Group(json, group, hasOutcomes);
    }

    private static void Group(Utf8JsonWriter json, ValidationGroup group, bool hasOutcomes)
    {
        Summary(json, group.Own, hasOutcomes);
        SizeJson.List(json, "peers", group.Peers, peer =>
        {
            json.WriteString("method", peer.Group);
            Summary(json, peer, hasOutcomes);
        });
    }

    private static void Summary(Utf8JsonWriter json, KvErrorSummary summary, bool hasOutcomes)
    {
        double? Known(double value, bool known) => known ? value : null;
        json.WriteNumber("compared", summary.Rows);
        SizeJson.Number(json, "median", Known(summary.Median, summary.Rows > 0));
        SizeJson.Number(json, "percentile90", Known(summary.Percentile90, summary.Rows > 0));
        SizeJson.Number(json, "worst", Known(summary.Worst, summary.Rows > 0));
        SizeJson.Number(json, "falseFits", Known(summary.FalseFits, hasOutcomes));
        SizeJson.Number(json, "falseRefusals", Known(summary.FalseRefusals, hasOutcomes));
    }
}
