using System.CommandLine;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary>The <c>clawdbot</c> command: parsing, error reporting and exit codes.</summary>
internal static class ClawdbotCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandHost host)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show where an error comes from.", Recursive = true };
        var root = new RootCommand("Plans the Clawdbot deployment without touching anything. Nothing here deploys; that is `pulumi up`.")
        {
            verbose,
            PreviewCommand.Create(host),
            RenderCommand.Create(host),
            DiffCommand.Create(host),
            CheckCommand.Create(host),
            SizeCommand.Create(host),
        };
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return Report(host, UsageErrors.Of(parsed));
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(configuration, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Interrupted; nothing was written.");
            return ExitCodes.Interrupted;
        }

#pragma warning disable CA1031 // The outermost frame: whatever happened, a person gets one line and not a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var code = Report(host, ErrorLines.Of(e));
            if (parsed.GetValue(verbose))
            {
                host.Error.WriteLine(e);
            }

            return code;
        }
    }

    private static int Report(CommandHost host, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            host.Error.WriteLine(diagnostic);
        }

        return ExitCodes.Failure;
    }
}
