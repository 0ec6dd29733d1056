using System.Text;

namespace Clawdbot.Infra.Diagnostics;

/// <summary>One mistake in what a person wrote, said so that it can be fixed without reading code.</summary>
/// <param name="Id">Stable id, one of <see cref="DiagnosticIds"/>; docs/diagnostics.md explains each.</param>
/// <param name="Subject">What is wrong, as a path: <c>clawdbot:pools[0].replicas</c>.</param>
/// <param name="Value">The value that was found, or a word such as <c>missing</c>. Never a secret.</param>
/// <param name="Allowed">What would be accepted.</param>
/// <param name="Remedy">The next step, as one or more sentences with their full stops.</param>
public sealed record Diagnostic(string Id, string Subject, string Value, string Allowed, string Remedy)
{
    /// <summary>The diagnostic as exactly one line: id, subject, value, what is allowed, next step.</summary>
    public override string ToString() =>
        OneLine($"{Id}: {Subject} is {Value}; allowed: {Allowed}. {Remedy}");

    /// <summary>Values come from files, so a line break or a terminal escape in one must not break the report.</summary>
    private static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
            line.Append(char.IsControl(character) ? ' ' : character);
        return line.ToString();
    }
}
