using Clawdbot.Cli.Files;
using Clawdbot.Cli.Offline;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary>What a person is told of an exception.</summary>
internal static class ErrorLines
{
    /// <summary>One diagnostic per problem; an exception that nobody foresaw becomes one that says so.</summary>
    public static IReadOnlyList<Diagnostic> Of(Exception exception) => exception switch
    {
        DiagnosticException known => known.Diagnostics,
        ProgramFailedException program => program.Diagnostics,
        _ => [new Diagnostic(
            DiagnosticIds.InternalError, "clawdbot", $"stopped by an unexpected error ({exception.GetType().Name}: {OneLine.Of(exception.Message)})",
            "no such error", "This is a defect: run again with --verbose and report what it prints.")],
    };
}
