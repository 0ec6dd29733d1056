using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>One answer of <c>clawdbot size</c> as plain text: no escape codes, no wrapping.</summary>
internal static class SizeText
{
    /// <summary>Writes the answer.</summary>
    public static void Write(TextWriter output, SizeReport report)
    {
        output.WriteLine($"{report.Model} on {report.Gpus} x {report.Sku}, vLLM {report.VllmVersion}: {(report.Fits ? "fits" : "does not fit")}");
        if (!report.Fits)
        {
            output.WriteLine(report.Reason);
        }

        foreach (var note in report.Notes)
        {
            output.WriteLine(note);
        }

        Section(output, "Memory of each GPU in GiB", TextTable.Lines([.. report.Terms.Select(t => new[] { t.Name, SizeNumbers.GiB(t.GiB), t.Formula })], "lrl"));
        Section(output, "Result", TextTable.Lines([.. Results(report)], "lr"));
        Section(output, "Speed and price", TextTable.Lines([.. report.Figures.Select(FigureCells)], "lrll"));
        Section(output, report.Fits ? "Flags" : "Flags that were tried", TextTable.Lines([.. report.Flags.Select(f => new[] { f.Text, f.Reason })], "ll"));
        Section(
            output, "What would fit, cheapest first (US dollars per hour)",
            TextTable.Lines([.. report.Proposals.Select(p => new[] { SizeNumbers.Price(p.PricePerHour), p.Change })], "rl"));
    }

    private static IEnumerable<string[]> Results(SizeReport report) =>
    [
        ["KV cache, tokens", SizeNumbers.Count(report.KvCacheTokens)],
        [$"requests of {SizeNumbers.Count(report.Context)} tokens at once", SizeNumbers.Concurrency(report.MaxConcurrency)],
        ["longest context that fits, tokens", SizeNumbers.Count(report.LargestContext)],
    ];

    private static string[] FigureCells(SizeFigure figure) => [figure.Title, SizeNumbers.Figure(figure.Value), figure.Unit, figure.Basis];

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                output.WriteLine();
                output.WriteLine(title);
                first = false;
            }

            output.WriteLine(line);
        }
    }
}
