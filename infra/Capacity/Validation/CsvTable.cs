using System.Text;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>Reads comma-separated text (RFC 4180): quoted fields may hold commas, doubled quotes and line breaks.</summary>
internal sealed class CsvTable
{
    private CsvTable(string file, List<CsvRow> rows) => (File, Rows) = (file, rows);

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    /// <summary>Rows below the header.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <exception cref="DiagnosticException">A quote is not closed, a column is missing, or a row has another number of fields than the header.</exception>
    public static CsvTable Parse(string text, string file, params ReadOnlySpan<string> required)
    {
        var records = Split(text, file);
        if (records.Count == 0)
            throw Wrong(file, 1, 1, "empty", $"a header line with {string.Join(", ", required.ToArray())}");
        List<string> header = [.. records[0].Fields.Select(name => name.Trim())];
        var mistakes = new List<Diagnostic>();
        for (var at = 0; at < header.Count; at++)
        {
            if (header[at].Length > 0 && header.IndexOf(header[at]) < at)
                mistakes.Add(Mistake(file, records[0].Line, at + 1, $"column '{header[at]}' again", "each column once"));
        }
        foreach (var name in required)
        {
            if (!header.Contains(name, StringComparer.Ordinal))
                mistakes.Add(Mistake(file, 1, 1, $"no column '{name}'", $"columns {string.Join(", ", required.ToArray())}", NearestName.Suggestion(name, header)));
        }
        foreach (var (fields, line) in records.Skip(1))
        {
            if (fields.Count != header.Count)
                mistakes.Add(Mistake(file, line, fields.Count, FormattableString.Invariant($"{fields.Count} fields"), FormattableString.Invariant($"{header.Count} fields, as in the header")));
        }
        DiagnosticException.ThrowIfAny(mistakes);
        return new CsvTable(file, [.. records.Skip(1).Select(record => new CsvRow(file, record.Line, header, record.Fields))]);
    }

    /// <summary>Records a mistake in each row that repeats the name of an earlier one, which would count twice.</summary>
    /// <param name="column">The column of the names; empty ones are another mistake.</param>
    public void RequireDistinct(string column)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Rows.Where(row => row.Text(column).Length > 0 && !lines.TryAdd(row.Text(column), row.Line)))
            row.Wrong(column, $"'{row.Text(column)}' again", FormattableString.Invariant($"each name once; line {lines[row.Text(column)]} has it"));
    }

    /// <summary>The exception for one mistake.</summary>
    public static DiagnosticException Wrong(string file, int line, int column, string value, string allowed) => new([Mistake(file, line, column, value, allowed)]);

    /// <summary>One mistake.</summary>
    public static Diagnostic Mistake(string file, int line, int column, string value, string allowed, string advice = "") =>
        new(DiagnosticIds.InvalidTable, FormattableString.Invariant($"{file}:{line}:{column}"), value, allowed, $"{advice}Correct the file.");

    private static List<(List<string> Fields, int Line)> Split(string text, string file)
    {
        var records = new List<(List<string>, int)>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, first, quotedAt, quoted) = (1, 1, (Line: 0, Column: 0), false);
        // Ends the record, unless the line was empty.
        void End()
        {
            if (fields.Count > 0 || field.Length > 0)
                records.Add(([.. fields, field.ToString()], first));
            fields.Clear();
            field.Clear();
            first = line;
        }
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\n')
                line++;
            if (quoted)
            {
                if (character != '"')
                    field.Append(character);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    field.Append(text[++at]);
                else
                    quoted = false;
            }
            else if (character == '"' && field.Length == 0)
            {
                (quoted, quotedAt) = (true, (line, fields.Count + 1));
            }
            else if (character == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (character == '\n')
            {
                End();
            }
            else if (character is not ('\r' or '\uFEFF'))
            {
                field.Append(character);
            }
        }
        if (quoted)
            throw Wrong(file, quotedAt.Line, quotedAt.Column, "a quote that is not closed", "pairs of quotes");
        End();
        return records;
    }
}
