using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>The matrix of models and cards as plain text: a table per model, then one line for each card that does not fit.</summary>
internal static class SizeMatrixText
{
    private static readonly string[] Headers = ["gpu", "tp", "context", "KV tokens", "at once", "tokens/s", "$/hour", "$/million tokens"];

    /// <summary>Writes the matrix.</summary>
    public static void Write(TextWriter output, SizeMatrix matrix)
    {
        var models = matrix.Rows.GroupBy(r => r.Model, StringComparer.Ordinal).ToList();
        var cards = matrix.Rows.Select(r => r.Sku).Distinct(StringComparer.Ordinal).Count();
        output.WriteLine(
            $"{PreviewTree.Count(models.Count, "model")} on {PreviewTree.Count(cards, "GPU type")}: {matrix.Rows.Count(r => r.Fits)} of {PreviewTree.Count(matrix.Rows.Length, "pair")} fit");
        foreach (var note in matrix.Notes)
        {
            output.WriteLine(note);
        }

        foreach (var model in models)
        {
            output.WriteLine();
            output.WriteLine(model.Key);
            var fitting = model.Where(r => r.Fits).Select(Cells).ToList();
            foreach (var line in fitting.Count == 0 ? [] : TextTable.Lines([Headers, .. fitting], "lrrrrrrr"))
            {
                output.WriteLine(line);
            }

            foreach (var refused in model.Where(r => !r.Fits))
            {
                output.WriteLine($"  {refused.Sku} ({refused.Gpus}) does not fit: {refused.Reason}");
            }
        }
    }

    private static string[] Cells(MatrixRow row) =>
    [
        row.Sku,
        SizeNumbers.Count(row.Gpus),
        SizeNumbers.Count(row.Context),
        SizeNumbers.Count(row.KvCacheTokens),
        SizeNumbers.Concurrency(row.MaxConcurrency),
        SizeNumbers.Figure(row.TokensPerSecond),
        SizeNumbers.Price(row.PricePerHour),
        SizeNumbers.Price(row.PricePerMillionTokens),
    ];
}
