using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Offline;

/// <summary>A program failed for a reason that is not a refused setting.</summary>
/// <param name="diagnostics">One per error.</param>
/// <param name="cause">What the SDK threw.</param>
internal sealed class ProgramFailedException(IReadOnlyList<Diagnostic> diagnostics, Exception cause)
    : Exception(string.Join('\n', diagnostics), cause)
{
    /// <summary>One per error.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
