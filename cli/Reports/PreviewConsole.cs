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
        WriteLines(console, PreviewText.Rows([.. PreviewTree.Types(plan).Select(t => new[] { t.Count.ToString(CultureInfo.InvariantCulture), t.Type })]));
        WritePools(console, plan);
        WriteSection(console, "Flags", [.. PreviewText.Rows([.. PreviewWords.Flags(plan)])]);
        WriteSection(console, "Reasons", [.. PreviewText.Rows([.. PreviewWords.Reasons(plan)])]);
        WriteSection(console, "Notes", [.. plan.Notes.Select(n => "  " + n)]);
        WriteSection(console, "Outputs", [.. PreviewText.Rows([.. PreviewWords.Outputs(plan)])]);
        WriteSection(console, "Warnings", [.. plan.Warnings.Select(w => "  " + w)]);
        WriteSection(console, "Policies", [.. CheckWords.Summary(report.Check).Select(line => "  " + line)]);
        WriteSection(console, "Written", [.. report.Written.Select(w => "  " + w)]);
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

    private static void WriteSection(IAnsiConsole console, string title, IReadOnlyCollection<string> lines)
    {
        if (lines.Count > 0)
        {
            console.MarkupLine($"\n[bold]{title}[/]");
            WriteLines(console, lines);
        }
    }

    // Past the console, which would break long lines for good: a terminal that folds them itself still copies them whole.
    private static void WriteLines(IAnsiConsole console, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            console.Profile.Out.Writer.WriteLine(line);
        }
    }
}
