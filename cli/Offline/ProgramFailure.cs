using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Offline;

/// <summary>Tells a person why a program stopped, whichever way the SDK wraps it.</summary>
internal static class ProgramFailure
{
    /// <summary>What to throw: the diagnostics inside <paramref name="failure"/>, or one per error of the program.</summary>
    public static Exception Explain(string stack, Exception failure)
    {
        var causes = Flatten(failure).ToList();
        if (causes.OfType<DiagnosticException>().SelectMany(d => d.Diagnostics).Distinct().ToList() is { Count: > 0 } known)
        {
            return new DiagnosticException(known);
        }

        return new ProgramFailedException(
            [.. causes.Select(c => Message(c)).Distinct(StringComparer.Ordinal).Select(m => new Diagnostic(
                DiagnosticIds.ProgramFailed, $"the program of stack {stack}", $"stopped by an error ({m})",
                "a program that runs to its end", "Run again with --verbose for where it happened."))],
            failure);
    }

    private static IEnumerable<Exception> Flatten(Exception failure)
    {
        var inner = failure is AggregateException several ? several.InnerExceptions
            : failure.InnerException is { } one ? [one]
            : Enumerable.Empty<Exception>();
        var nested = inner.SelectMany(Flatten).ToList();

        // A wrapper says less than what it wraps, but its text is all there is when the SDK kept nothing else.
        return failure is AggregateException or System.Reflection.TargetInvocationException || nested.OfType<DiagnosticException>().Any()
            ? nested
            : [failure];
    }

    private static string Message(Exception cause)
    {
        // "Running program '…' failed with an unhandled exception:" stands above the exception's own text and trace.
        var lines = cause.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.StartsWith("at ", StringComparison.Ordinal) && !l.StartsWith("--- End of", StringComparison.Ordinal))
            .SkipWhile(l => l.EndsWith(':'))
            .ToList();
        return OneLine.Of(lines.Count > 0 ? string.Join(" ", lines) : cause.GetType().Name);
    }
}
