using System.CommandLine;
using System.Text;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Reports;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary><c>clawdbot diff</c>: what a deployment would change, and what has to restart for it.</summary>
internal static class DiffCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var stack = CommonOptions.Stack();
        var against = new Option<string>("--against") { Description = "What to compare with: a plan.json, a folder of `preview --out`, or a folder of `render --out`.", HelpName = "PATH", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the report as Markdown, for a comment on a pull request." };
        var command = new Command("diff", "Say what would change against an earlier plan, and which pods restart for how long.") { stack, against, json, markdown };
        command.SetAction((parsed, cancellation) => RunAsync(
            host, parsed.GetRequiredValue(stack), parsed.GetRequiredValue(against), parsed.GetValue(json), parsed.GetValue(markdown), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string stack, string against, bool json, bool markdown, CancellationToken cancellation)
    {
        if (json && markdown)
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.Usage, "clawdbot diff", "asked for --json and --markdown", "one of them, or neither for a table", "Run it once for each.")]);
        }

        // First, because it takes no time and is where mistakes are.
        var baseline = Baseline.Read(against);
        var plan = await Progress.ShowAsync(host, !json && !markdown, $"Planning {stack}", () => host.PlanAsync(stack).WaitAsync(cancellation));
        var report = baseline.Compare(plan);
        host.Output.Write(json ? Encoding.UTF8.GetString(DiffJson.Write(report)) : markdown ? DiffMarkdown.Write(report) : DiffText.Write(report));
        return report.Changes.IsEmpty ? ExitCodes.Success : ExitCodes.Negative;
    }
}
