using Clawdbot.Cli.Files;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Reports;

/// <summary>The comparison with measurements as plain text.</summary>
internal static class ValidationText
{
    private static readonly string[] SummaryHeaders = ["rows", "median", "90th pct", "worst", "false fits", "false refusals"];

    /// <summary>Writes the comparison.</summary>
    public static void Write(TextWriter output, ValidationResult result)
    {
        output.WriteLine($"{PreviewTree.Count(result.Rows.Length, "row")}, {result.Predicted} predicted, {result.Rows.Length - result.Predicted} without a prediction");
        Table(
            output, "KV cache tokens, measured and predicted, with the error of each method",
            ["id", "model", "gpu", "tp", "vLLM", "measured", "predicted", "error", .. ValidationGroup.PeerNames, "remark"], "lllrlrrrrrl",
            result.Rows.Select(row => RowCells(row, result.HasOutcomes)));
        if (!result.HasOutcomes)
        {
            output.WriteLine();
            output.WriteLine("No row has kv_cache_tokens, so there is nothing to compare with.");
            return;
        }

        Table(
            output, "Absolute error of KV cache tokens by method, on the same rows", ["method", .. SummaryHeaders], "lrrrrrr",
            [SummaryCells(result.All.Own), .. result.All.Peers.Select(SummaryCells)]);
        Split(output, "gpu", result.ByGpu);
        Split(output, "vLLM", result.ByVersion);
    }

    private static void Split(TextWriter output, string name, IEnumerable<ValidationGroup> groups) => Table(
        output, $"The same by {name}",
        [name, .. SummaryHeaders, .. ValidationGroup.PeerNames.SelectMany(p => new[] { p + ": median", "90th pct", "worst" })], "lrrrrrrrrrrrr",
        groups.Select(g => SummaryCells(g.Own).Concat(g.Peers.SelectMany(p => SummaryCells(p)[2..5])).ToArray()));

    private static string[] RowCells(KvPrediction row, bool hasOutcomes)
    {
        var skipped = row.Point.Skipped.Length > 0;
        return
        [
            OneLine.Of(row.Point.Id),
            OneLine.Of(row.Point.Model),
            row.Point.Input?.Gpu.Name ?? OneLine.Of(row.Point.Gpu),
            row.Point.Input is { } input ? SizeNumbers.Count(input.TensorParallelSize) : SizeNumbers.Unknown,
            row.Point.Version.Length == 0 ? SizeNumbers.Unknown : OneLine.Of(row.Point.Version),
            row.Point.MeasuredTokens is { } measured ? SizeNumbers.Count(measured) : SizeNumbers.Unknown,
            skipped ? SizeNumbers.Unknown : SizeNumbers.Count(row.KvTokens),
            SizeNumbers.Percent(row.Error),
            SizeNumbers.Percent(row.ErrorOf(row.KaitoTokens)),
            SizeNumbers.Percent(row.ErrorOf(row.FlatReserveTokens)),
            OneLine.Of(Remark(row, hasOutcomes)),
        ];
    }

    private static string Remark(KvPrediction row, bool hasOutcomes) =>
        row.Point.Skipped.Length > 0 ? "not predicted: " + row.Point.Skipped
        : row.Fits ? hasOutcomes && row.FalseFit ? "false fit: did not start" : ""
        : (row.FalseRefusal ? "false refusal: " : "does not fit: ") + row.Reason;

    private static string[] SummaryCells(KvErrorSummary summary)
    {
        double? Known(double value) => summary.Rows == 0 ? null : value;
        return
        [
            OneLine.Of(summary.Group),
            SizeNumbers.Count(summary.Rows),
            SizeNumbers.Magnitude(Known(summary.Median)),
            SizeNumbers.Magnitude(Known(summary.Percentile90)),
            SizeNumbers.Magnitude(Known(summary.Worst)),
            SizeNumbers.Count(summary.FalseFits),
            SizeNumbers.Count(summary.FalseRefusals),
        ];
    }

    private static void Table(TextWriter output, string title, string[] headers, string columns, IEnumerable<string[]> rows)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in TextTable.Lines([headers, .. rows], columns))
        {
            output.WriteLine(line);
        }
    }
}
