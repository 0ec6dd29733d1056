namespace Clawdbot.Cli.Reports;

/// <summary>Aligned columns of plain text.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The rows as lines, indented, each column as wide as its widest cell.</summary>
    /// <param name="rows">Rows with the same number of cells.</param>
    /// <param name="columns">One letter per column: <c>r</c> is aligned to the right, anything else to the left.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, string columns)
    {
        var widths = columns.Select((_, i) => rows.Count == 0 ? 0 : rows.Max(r => r[i].Length)).ToArray();
        return rows.Select(row => (Gap + string.Join(Gap, row.Select((cell, i) => columns[i] == 'r' ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])))).TrimEnd());
    }
}
