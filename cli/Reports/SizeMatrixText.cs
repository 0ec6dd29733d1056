using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>The matrix of models and cards as plain text: a table per model, and one line for the cards that do not fit.</summary>
internal static class SizeMatrixText
{
    private static readonly string[] Headers = ["gpu", "tp", "context", "KV tokens", "at once", "tokens/s", "$/hour", "$/million tokens"];

    /// <summary>Writes the matrix.</summary>
    public static void Write(TextWriter output, SizeMatrix matrix)
    {
        var models = matrix.Rows.GroupBy(r => r.Model, StringComparer.Ordinal).ToList();
        output.WriteLine($"{models.Count} models on {matrix.Rows.Select(r => r.Sku).Distinct(StringComparer.Ordinal).Count()} GPUs, {matrix.Rows.Count(r => r.Fits)} of {matrix.Rows.Length} pairs fit");
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

            var refused = model.Where(r => !r.Fits).Select(r => r.Sku).ToList();
            if (refused.Count > 0)
            {
                output.WriteLine($"  does not fit: {string.Join(", ", refused)}");
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
