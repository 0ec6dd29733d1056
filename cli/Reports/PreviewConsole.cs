using System.Globalization;
using Clawdbot.Cli.Plans;
using Spectre.Console;

namespace Clawdbot.Cli.Reports;

/// <summary>The report on a terminal: the same content as <see cref="PreviewText"/>, drawn.</summary>
internal static class PreviewConsole
{
    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, PreviewReport report)
    {
        var plan = report.Plan;
        var stack = PreviewTree.Of(plan);
        var tree = new Tree($"Stack [bold]{Markup.Escape(plan.Stack)}[/] of project {Markup.Escape(plan.Project)}");
        AddChildren(tree, stack);
        console.Write(tree);
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(PreviewTree.Totals(plan))}[/]");
        console.Write(Rows([.. PreviewTree.Types(plan).Select(t => new[] { t.Count.ToString(CultureInfo.InvariantCulture), t.Type })]));
        WritePools(console, plan);
        WriteRows(console, "Flags", [.. PreviewWords.Flags(plan)]);
        WriteRows(console, "Outputs", [.. PreviewWords.Outputs(plan)]);
        WriteLines(console, "Warnings", plan.Warnings, "yellow");
        WriteLines(console, "Written", report.Written, "default");
        console.MarkupLine($"\n[grey]{Markup.Escape(PreviewWords.Duration(report.Duration))}[/]");
    }

    private static void AddChildren(IHasTreeNodes parent, PreviewTree node)
    {
        foreach (var child in node.Children)
        {
            var notes = child.Notes.Length > 0 ? $" [yellow]{Markup.Escape(child.Notes)}[/]" : "";
            AddChildren(parent.AddNode($"{Markup.Escape(child.Name)} [grey]({Markup.Escape(child.Type)})[/]{notes}"), child);
        }
    }

    private static void WritePools(IAnsiConsole console, Plan plan)
    {
        if (plan.Pools.IsEmpty)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var header in PreviewWords.PoolHeaders)
        {
            table.AddColumn(header);
        }

        foreach (var pool in plan.Pools)
        {
            table.AddRow([.. PreviewWords.PoolCells(pool).Select(c => new Text(c))]);
        }

        console.MarkupLine("\n[bold]Pools[/]");
        console.Write(table);
    }

    private static void WriteRows(IAnsiConsole console, string title, IReadOnlyList<string[]> rows)
    {
        if (rows.Count > 0)
        {
            console.MarkupLine($"\n[bold]{title}[/]");
            console.Write(Rows(rows));
        }
    }

    private static Grid Rows(IReadOnlyList<string[]> rows)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) })
            .AddColumn();
        foreach (var row in rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return grid;
    }

    private static void WriteLines(IAnsiConsole console, string title, IReadOnlyList<string> lines, string style)
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.MarkupLine($"\n[bold]{title}[/]");
        foreach (var line in lines)
        {
            console.MarkupLine($"  [{style}]{Markup.Escape(line)}[/]");
        }
    }
}
