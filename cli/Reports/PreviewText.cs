using System.Globalization;

namespace Clawdbot.Cli.Reports;

/// <summary>The report as plain text for pipes and files: no escape codes, no wrapping.</summary>
internal static class PreviewText
{
    private const string Gap = "  ";

    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, PreviewReport report)
    {
        var plan = report.Plan;
        output.WriteLine($"Stack {plan.Stack} of project {plan.Project}");
        output.WriteLine();
        var tree = PreviewTree.Of(plan);
        foreach (var child in tree.Children)
        {
            WriteNode(output, child, "");
        }

        output.WriteLine();
        output.WriteLine(PreviewTree.Totals(plan));
        WriteRows(output, [.. PreviewTree.Types(plan).Select(t => new[] { t.Count.ToString(CultureInfo.InvariantCulture), t.Type })]);
        WriteTable(output, "Pools", plan.Pools.IsEmpty ? [] : [PreviewWords.PoolHeaders, .. plan.Pools.Select(PreviewWords.PoolCells)]);
        WriteTable(output, "Flags", [.. PreviewWords.Flags(plan)]);
        WriteTable(output, "Reasons", [.. PreviewWords.Reasons(plan)]);
        WriteLines(output, "Notes", plan.Notes);
        WriteTable(output, "Outputs", [.. PreviewWords.Outputs(plan)]);
        WriteLines(output, "Warnings", plan.Warnings);
        WriteLines(output, "Policies", [.. CheckWords.Summary(report.Check)]);
        WriteLines(output, "Written", report.Written);
        output.WriteLine();
        output.WriteLine(PreviewWords.Duration(report.Duration));
    }

    private static void WriteNode(TextWriter output, PreviewTree node, string indent)
    {
        output.WriteLine($"{indent}{node.Name} ({node.Type}){(node.Notes.Length > 0 ? " " + node.Notes : "")}");
        foreach (var child in node.Children)
        {
            WriteNode(output, child, indent + Gap);
        }
    }

    private static void WriteTable(TextWriter output, string title, IReadOnlyList<string[]> rows)
    {
        if (rows.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(title);
            WriteRows(output, rows);
        }
    }

    private static void WriteLines(TextWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in lines)
        {
            output.WriteLine(Gap + line);
        }
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<string[]> rows)
    {
        foreach (var line in Rows(rows))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>The rows as lines of aligned columns, indented.</summary>
    public static IEnumerable<string> Rows(IReadOnlyList<string[]> rows)
    {
        var widths = rows.Count == 0 ? [] : Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        return rows.Select(row => (Gap + string.Join(Gap, row.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd());
    }
}
