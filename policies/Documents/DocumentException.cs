using System.Globalization;

namespace Clawdbot.Policies.Documents;

/// <summary>A file that cannot be read as what it should be: where, what is wrong, what to do.</summary>
internal sealed class DocumentException(string file, long line, long column, string problem) : Exception(
    line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {problem}")
        : $"{file}: {problem}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Line, from 1; 0 when the file as a whole is meant.</summary>
    public long Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public long Column { get; } = column;

    /// <summary>What is wrong, as a sentence.</summary>
    public string Problem { get; } = problem;
}
