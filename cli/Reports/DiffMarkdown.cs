using System.Text;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Files;

namespace Clawdbot.Cli.Reports;

/// <summary>A comparison as a comment on a pull request, in GitHub's Markdown. The first line is a mark by which a pipeline finds its earlier comment.</summary>
internal static class DiffMarkdown
{
    // GitHub refuses comments of more than 65,536 characters; a row has about 250.
    private const int MostRows = 150;

    private const string Special = @"\`*_{}[]<>|#@~&";

    /// <summary>The comment, ending in a line feed.</summary>
    public static string Write(DiffReport report)
    {
        var text = new StringBuilder();
        Line($"<!-- clawdbot diff {Escape(report.Stack)} -->");
        Line($"### Stack {Escape(report.Stack)}: {DiffWords.Totals(report)}");
        var changes = DiffWords.Ordered(report).ToList();
        if (!report.Workloads.IsEmpty)
        {
            Line("");
            Line("| workload | restart | pods | minutes at reduced capacity | minutes of rollout |");
            Line("|---|---|--:|--:|--:|");
            foreach (var (restart, figures) in report.Workloads.Take(MostRows))
            {
                Line($"| {Escape(figures.Name)} | **{Effects.Word(restart)}** | {DiffWords.Pods(figures.Pods, figures.Replicas)} | {DiffWords.Minutes(figures.Minutes)} | {DiffWords.Minutes(figures.RolloutMinutes)} |");
            }
        }

        if (changes.Count > 0)
        {
            Line("");
            Line("| restart | pods | minutes | resource | property | change |");
            Line("|---|--:|--:|---|---|---|");
            foreach (var change in changes.Take(MostRows))
            {
                Line($"| **{Effects.Word(change.Consequence.Restart)}** | {DiffWords.Pods(change.Pods, change.Replicas)} | {DiffWords.Minutes(change, change.Minutes)} | {Escape(change.Name)} | {Escape(change.Property)} | {Escape(DiffWords.Change(change))} |");
            }

            if (changes.Count > MostRows)
            {
                Line("");
                Line($"and {changes.Count - MostRows} more; `clawdbot diff {Escape(report.Stack)}` lists all.");
            }

            Line("");
            Line("<details><summary>Why</summary>");
            Line("");
            foreach (var (restart, reason) in changes.Take(MostRows).Select(change => (change.Consequence.Restart, change.Consequence.Reason)).Distinct())
            {
                Line($"- **{Effects.Word(restart)}**: {Escape(reason)}.");
            }

            Line("");
            Line("</details>");
        }

        foreach (var note in report.Notes)
        {
            Line("");
            Line(Escape(note));
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Text that Markdown shows as it is: no markup, no mention of a person, no second line.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in OneLine.Of(text))
        {
            // A zero-width joiner would be invisible in a copied name; an entity is not.
            _ = character == '@' ? escaped.Append("&#64;")
                : character == '<' ? escaped.Append("&lt;")
                : character == '>' ? escaped.Append("&gt;")
                : character == '&' ? escaped.Append("&amp;")
                : Special.Contains(character, StringComparison.Ordinal) ? escaped.Append('\\').Append(character)
                : escaped.Append(character);
        }

        return escaped.ToString();
    }
}
