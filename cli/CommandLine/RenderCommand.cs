using System.CommandLine;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Rendering;
using Clawdbot.Cli.Reports;

namespace Clawdbot.Cli.CommandLine;

/// <summary><c>clawdbot render</c>: the Kubernetes objects of a stack as files.</summary>
internal static class RenderCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var stack = CommonOptions.Stack();
        var folder = new Option<string>("--out") { Description = "The folder to write to; replaced as a whole.", HelpName = "DIR", Required = true };
        var command = new Command("render", "Write a stack's Kubernetes objects as YAML, one file each, in apply order.") { stack, folder };
        command.SetAction((parsed, cancellation) => RunAsync(host, parsed.GetRequiredValue(stack), parsed.GetRequiredValue(folder), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string stack, string folder, CancellationToken cancellation)
    {
        OutputFolder.Check(folder);
        var plan = await Progress.ShowAsync(host, true, $"Planning {stack}", () => host.PlanAsync(stack).WaitAsync(cancellation));
        var rendered = ManifestRenderer.Render(plan);
        OutputFolder.Replace(folder, ManifestFiles.Under("", rendered), cancellation);
        host.Output.WriteLine(rendered.Manifests.IsEmpty
            ? $"Stack {stack} has no Kubernetes objects; {folder} holds no manifests."
            : $"{PreviewTree.Count(rendered.Manifests.Length, "manifest")} of stack {stack} in {folder}, in apply order: kubectl apply -f {folder}");
        foreach (var line in ManifestFiles.Charts(folder, rendered).Concat(ManifestFiles.NotRendered(rendered)).Concat(plan.Warnings.Concat(rendered.Warnings).Select(w => "Warning: " + w)))
        {
            host.Output.WriteLine(line);
        }

        return ExitCodes.Success;
    }
}
