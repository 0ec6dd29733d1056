using System.CommandLine;
using System.Text;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.Reports;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary><c>clawdbot check</c>: the policies on a stack or on files.</summary>
internal static class CheckCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var stack = CommonOptions.Stack();
        stack.Arity = ArgumentArity.ZeroOrOne;
        var file = new Option<string[]>("--file")
        {
            Description = "Check Kubernetes YAML, a plan.json, an exported Pulumi state, or a folder of them, instead of a stack; may be repeated.",
            HelpName = "PATH",
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var policies = new PolicyOptions();
        var command = new Command("check", "Check a stack, manifests or an exported state against the policies.") { stack, file, policies.Waivers, policies.Configuration, json };
        command.SetAction((parsed, cancellation) => RunAsync(host, parsed.GetValue(stack), parsed.GetValue(file) ?? [], policies.Of(parsed), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string? stack, string[] files, PolicyFiles policies, bool json, CancellationToken cancellation)
    {
        if ((stack is null) == (files.Length == 0))
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.Usage, "clawdbot check", stack is null ? "without a stack and without --file" : "given both a stack and --file", "one of them", "Run `clawdbot check --help`.")]);
        }

        var check = PolicyCheck.Prepare(policies, host.PolicyFolder());
        var subject = stack is null
            ? CheckFiles.Read(files)
            : CheckSubject.Of(await Progress.ShowAsync(host, !json, $"Planning {stack}", () => host.PlanAsync(stack).WaitAsync(cancellation)));
        var report = check(subject, host.Today());
        host.Output.Write(json ? Encoding.UTF8.GetString(CheckJson.Write(report)) : CheckText.Write(report));
        return report.Findings.IsMandatory ? ExitCodes.Negative : ExitCodes.Success;
    }
}
