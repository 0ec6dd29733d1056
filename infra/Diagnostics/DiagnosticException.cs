namespace Clawdbot.Infra.Diagnostics;

/// <summary>Carries every mistake that a validation found, so that one run shows them all.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Makes the exception; its message has one line per diagnostic.</summary>
    /// <param name="diagnostics">At least one diagnostic, in the order in which they should be read.</param>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics ?? throw new ArgumentNullException(nameof(diagnostics))))
    {
        if (diagnostics.Count == 0)
            throw new ArgumentException("A DiagnosticException needs at least one diagnostic.", nameof(diagnostics));
        Diagnostics = diagnostics;
    }

    /// <summary>What was found, in reading order; never empty.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Throws when <paramref name="diagnostics"/> holds anything.</summary>
    /// <exception cref="DiagnosticException">The list is not empty.</exception>
    public static void ThrowIfAny(IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (diagnostics.Count > 0)
            throw new DiagnosticException(diagnostics);
    }
}
