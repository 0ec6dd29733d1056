using System.Globalization;
using Clawdbot.Cli.Plans;

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
        WriteRows(output, [.. PreviewTree.Types(plan).Select(t => new[] { t.Count.ToString(CultureInfo.InvariantCulture), t.Type })], rightAligned: 0);
        WritePools(output, plan);
        WriteOutputs(output, plan);
        WriteLines(output, "Warnings", plan.Warnings);
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

    private static void WritePools(TextWriter output, Plan plan)
    {
        if (plan.Pools.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Pools");
        WriteRows(output, [PreviewWords.PoolHeaders, .. plan.Pools.Select(PreviewWords.PoolCells)], rightAligned: -1);
    }

    private static void WriteOutputs(TextWriter output, Plan plan)
    {
        if (plan.Outputs.Entries.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("Outputs");
        WriteRows(output, [.. plan.Outputs.Entries.Select(e => new[] { e.Key, ValueText.Of(e.Value) })], rightAligned: -1);
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

    private static void WriteRows(TextWriter output, IReadOnlyList<string[]> rows, int rightAligned)
    {
        var widths = rows.Count == 0 ? [] : Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => i == rightAligned ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            output.WriteLine((Gap + string.Join(Gap, cells)).TrimEnd());
        }
    }
}
