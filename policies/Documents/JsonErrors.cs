using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>What a person is told of text that is no JSON.</summary>
internal static partial class JsonErrors
{
    /// <summary>The mistake with line and column, where the reader knows them.</summary>
    public static InputException Of(string file, JsonException e)
    {
        var place = e.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"{ShownValue.OneLine(file)}:{line + 1}:{(e.BytePositionInLine ?? 0) + 1}")
            : ShownValue.OneLine(file);
        return InputException.Of(PolicyDiagnosticIds.Syntax, place, $"no JSON ({ShownValue.OneLine(Position().Replace(e.Message, "").TrimEnd(' ', '.'))})", "JSON", "Correct it there.");
    }

    // The reader appends the position once more.
    [GeneratedRegex(@"\s*(Path: \S+ \| )?LineNumber: \d+ \| BytePositionInLine: \d+\.?")]
    private static partial Regex Position();
}
