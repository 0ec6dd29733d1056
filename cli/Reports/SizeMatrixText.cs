using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>The matrix of models and cards as plain text, a line for each pair, so that it can be searched and sorted.</summary>
internal static class SizeMatrixText
{
    private static readonly string[] Headers = ["model", "gpu", "tp", "fits", "context", "KV tokens", "at once", "tokens/s", "$/hour", "$/million tokens", "remark"];

    /// <summary>Writes the matrix.</summary>
    public static void Write(TextWriter output, SizeMatrix matrix)
    {
        var models = matrix.Rows.Select(r => r.Model).Distinct(StringComparer.Ordinal).Count();
        var cards = matrix.Rows.Select(r => r.Sku).Distinct(StringComparer.Ordinal).Count();
        output.WriteLine(
            $"{PreviewTree.Count(models, "model")} on {PreviewTree.Count(cards, "GPU type")}: {matrix.Rows.Count(r => r.Fits)} of {PreviewTree.Count(matrix.Rows.Length, "pair")} fit");
        foreach (var note in matrix.Notes)
        {
            output.WriteLine(note);
        }

        output.WriteLine();
        foreach (var line in TextTable.Lines([Headers, .. matrix.Rows.Select(Cells)], "llrlrrrrrrl"))
        {
            output.WriteLine(line);
        }
    }

    private static string[] Cells(MatrixRow row) =>
    [
        row.Model,
        row.Sku,
        SizeNumbers.Count(row.Gpus),
        row.Fits ? "yes" : "no",
        SizeNumbers.Count(row.Context),
        SizeNumbers.Count(row.KvCacheTokens),
        SizeNumbers.Concurrency(row.MaxConcurrency),
        SizeNumbers.Figure(row.TokensPerSecond),
        SizeNumbers.Price(row.PricePerHour),
        SizeNumbers.Price(row.PricePerMillionTokens),
        row.Reason,
    ];
}
