using System.Text;
using Clawdbot.Cli.Checks;

namespace Clawdbot.Cli.Reports;

/// <summary>Findings as plain text: no escape codes, no wrapping.</summary>
internal static class CheckText
{
    /// <summary>The report, ending in a line feed.</summary>
    public static string Write(CheckReport report)
    {
        var text = new StringBuilder();
        text.Append($"Policies on {report.Subject.Title}{(report.Subject.IsProduction ? "" : ", which is not in production: they advise")}\n");
        Section("Violations", CheckWords.Ordered(report.Findings).SelectMany(CheckWords.Lines));
        Section("Waived", CheckWords.Waived(report.Findings));
        Section("Not applicable", CheckWords.Undecided(report.Findings));
        return text.Append('\n').Append(CheckWords.Totals(report)).Append('\n').ToString();

        void Section(string title, IEnumerable<string> lines)
        {
            var any = false;
            foreach (var line in lines)
            {
                text.Append(any ? "" : $"\n{title}\n").Append("  ").Append(line).Append('\n');
                any = true;
            }
        }
    }
}
