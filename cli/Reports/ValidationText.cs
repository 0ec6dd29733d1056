using Clawdbot.Cli.Files;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Reports;

/// <summary>The comparison with measurements as plain text.</summary>
internal static class ValidationText
{
    private static readonly string[] SummaryHeaders = ["rows", "median", "90th pct", "worst", "false fits", "false refusals"];

    /// <summary>Writes the comparison.</summary>
    public static void Write(TextWriter output, KvReport report)
    {
        var predicted = report.Rows.Count(r => r.Point.Skipped.Length == 0);
        output.WriteLine($"{report.Rows.Length} rows, {predicted} predicted, {report.Rows.Length - predicted} without a prediction");
        Table(
            output, "KV cache tokens, measured and predicted, with the error of each method",
            ["id", "model", "gpu", "tp", "vLLM", "measured", "predicted", "error", .. ValidationGroup.PeerNames, "remark"], "lllrlrrrrrl",
            report.Rows.Select(RowCells));
        var all = ValidationGroup.All(report);
        Table(
            output, "Absolute error of KV cache tokens by method, on the same rows", ["method", .. SummaryHeaders], "lrrrrrr",
            [SummaryCells(all.Own), .. all.Peers.Select(SummaryCells)]);
        Split(output, "gpu", ValidationGroup.ByGpu(report));
        Split(output, "vLLM", ValidationGroup.ByVersion(report));
    }

    private static void Split(TextWriter output, string name, IEnumerable<ValidationGroup> groups) => Table(
        output, $"The same by {name}",
        [name, .. SummaryHeaders, .. ValidationGroup.PeerNames.SelectMany(p => new[] { p + " median", "90th pct", "worst" })], "lrrrrrrrrrrrr",
        groups.Select(g => SummaryCells(g.Own).Concat(g.Peers.SelectMany(p => SummaryCells(p)[2..5])).ToArray()));

    private static string[] RowCells(KvPrediction row)
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
            OneLine.Of(Remark(row)),
        ];
    }

    private static string Remark(KvPrediction row) =>
        row.Point.Skipped.Length > 0 ? "not predicted: " + row.Point.Skipped
        : row.Fits ? row.FalseFit ? "false fit" : ""
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
