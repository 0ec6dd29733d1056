using System.Text;
using Clawdbot.Cli.Diffs;

namespace Clawdbot.Cli.Reports;

/// <summary>A comparison as a table of plain text: no escape codes, no wrapping.</summary>
internal static class DiffText
{
    private static readonly string[] Headers = ["restart", "pods", "minutes", "rollout", "resource", "property", "change"];

    private static readonly string[] WorkloadHeaders = ["restart", "pods", "minutes", "rollout", "workload"];

    /// <summary>The table, ending in a line feed.</summary>
    public static string Write(DiffReport report)
    {
        var text = new StringBuilder();
        Line($"Stack {report.Stack} of project {report.Project} against {report.Against}: {DiffWords.Totals(report)}");
        var changes = DiffWords.Ordered(report).ToList();
        if (changes.Count > 0)
        {
            Section("Changes (minutes: with fewer ready pods than planned; rollout: until the last pod is replaced)", TextTable.Lines([Headers, .. changes.Select(Cells)], "lrrrlll"));
            Section("Why", changes.Select(change => (change.Consequence.Restart, change.Consequence.Reason)).Distinct()
                .Select(pair => $"  {Effects.Word(pair.Restart)}: {pair.Reason}."));
        }

        if (!report.Workloads.IsEmpty)
        {
            Section("Workloads, each restarted once for all changes together", TextTable.Lines([WorkloadHeaders, .. report.Workloads.Select(WorkloadCells)], "lrrrl"));
        }

        if (!report.Notes.IsEmpty)
        {
            Section("Notes", report.Notes.Select(note => "  " + note));
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void Section(string title, IEnumerable<string> lines)
        {
            Line("");
            Line(title);
            foreach (var line in lines)
            {
                Line(line);
            }
        }
    }

    private static string[] Cells(DiffChange change) =>
    [
        Effects.Word(change.Consequence.Restart), DiffWords.Pods(change.Pods, change.Replicas), DiffWords.Minutes(change, change.Minutes),
        DiffWords.Minutes(change, change.RolloutMinutes), Plain(change.Name), Plain(change.Property), DiffWords.Change(change),
    ];

    private static string[] WorkloadCells((RestartClass Restart, Restart Figures) workload) =>
    [
        Effects.Word(workload.Restart), DiffWords.Pods(workload.Figures.Pods, workload.Figures.Replicas), DiffWords.Minutes(workload.Figures.Minutes),
        DiffWords.Minutes(workload.Figures.RolloutMinutes), Plain(workload.Figures.Name),
    ];

    // Names and keys come from files, so one must not add a line or steer the terminal.
    private static string Plain(string text) => Files.OneLine.Of(text);
}
