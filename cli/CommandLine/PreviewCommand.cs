using System.CommandLine;
using System.Text;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Rendering;
using Clawdbot.Cli.Reports;
using Clawdbot.Infra.Diagnostics;
using Spectre.Console;

namespace Clawdbot.Cli.CommandLine;

/// <summary><c>clawdbot preview</c>: what a deployment of a stack would make.</summary>
internal static class PreviewCommand
{
    /// <summary>Folder of the manifests inside <c>--out</c>.</summary>
    public const string ManifestFolder = "manifests";

    /// <summary>Name of the plan inside <c>--out</c>.</summary>
    public const string PlanFile = "plan.json";

    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var stack = CommonOptions.Stack();
        var folder = new Option<string>("--out") { Description = "Also write plan.json and the manifests to this folder.", HelpName = "DIR" };
        var page = new Option<string>("--html") { Description = "Also write the report as one HTML page.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var policies = new PolicyOptions();
        var command = new Command("preview", "Run a stack offline and show its resources, pools and outputs, and what the policies say.")
        {
            stack, folder, page, policies.Waivers, policies.Configuration, json,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            host, parsed.GetRequiredValue(stack), parsed.GetValue(folder), parsed.GetValue(page), policies.Of(parsed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandHost host, string stack, string? folder, string? page, PolicyFiles policies, bool json, CancellationToken cancellation)
    {
        if (folder is not null)
        {
            OutputFolder.Check(folder);
        }

        if (page is not null)
        {
            OutputFile.Check("--html", page, PreviewHtml.Mark);
            RejectPageInside(folder, page);
        }

        var check = PolicyCheck.Prepare(policies, host.PolicyFolder());
        var plan = await Progress.ShowAsync(host, !json, $"Planning {stack}", () => host.PlanAsync(stack).WaitAsync(cancellation));
        var checkedPlan = check(CheckSubject.Of(plan), host.Today());
        var elapsed = host.Elapsed();
        var written = new List<string>();
        Dictionary<string, byte[]>? files = null;
        if (folder is not null)
        {
            var manifests = ManifestRenderer.Render(plan);
            plan = plan with { Warnings = plan.Warnings.AddRange(manifests.Warnings) };
            files = ManifestFiles.Under(ManifestFolder + "/", manifests);
            files.Add(PlanFile, PlanJson.Write(plan));
            written.Add($"{folder}: {PlanFile} and {PreviewTree.Count(manifests.Manifests.Length, "manifest")}");
            written.AddRange(ManifestFiles.Charts($"{folder}/{ManifestFolder}", manifests));
            written.AddRange(ManifestFiles.NotRendered(manifests));
        }

        void ReplaceFolder()
        {
            if (folder is not null && files is not null)
            {
                OutputFolder.Replace(folder, files, cancellation);
            }
        }

        if (page is null)
        {
            ReplaceFolder();
        }
        else
        {
            OutputFile.Replace("--html", page, PreviewHtml.Mark, PreviewHtml.Write(plan, checkedPlan), between: ReplaceFolder);
            written.Add($"{page}: this report as a page");
        }

        Print(host, new PreviewReport(plan, checkedPlan, elapsed, written), json);
        return checkedPlan.Findings.IsMandatory ? ExitCodes.Negative : ExitCodes.Success;
    }

    private static void RejectPageInside(string? folder, string page)
    {
        if (folder is not null
            && Path.GetFullPath(page).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.UnwritableOutput, $"--html {page}", $"inside --out {folder}", "a path outside of it, because that folder is replaced as a whole",
                "Pass another --html path.")]);
        }
    }

    private static void Print(CommandHost host, PreviewReport report, bool json)
    {
        if (json)
        {
            host.Output.Write(Encoding.UTF8.GetString(PreviewJson.Write(report)));
        }
        else if (host.IsTerminal)
        {
            PreviewConsole.Write(AnsiConsole.Console, report);
        }
        else
        {
            PreviewText.Write(host.Output, report);
        }
    }
}
