using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>A row of a <see cref="CsvTable"/>, read by column name; mistakes are collected with line and column.</summary>
internal sealed class CsvRow(string file, int line, IReadOnlyList<string> header, IReadOnlyList<string> fields)
{
    private readonly List<Diagnostic> _mistakes = [];

    /// <summary>Line of the file where the row starts.</summary>
    public int Line => line;

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<Diagnostic> Mistakes => _mistakes;

    /// <summary>A field without blanks around it; empty when the column does not exist.</summary>
    public string Text(string column)
    {
        var at = Column(column);
        return at < 0 ? "" : fields[at].Trim();
    }

    /// <summary>A field that must not be empty.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Wrong(column, "empty", "a value");
        return text;
    }

    /// <summary>A whole number above 0; null when empty.</summary>
    public int? Count(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        // Tables that passed through a data frame write 8192.0.
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= int.MaxValue && decimal.IsInteger(number))
            return (int)number;
        Wrong(column, $"'{text}'", "a whole number above 0");
        return null;
    }

    /// <summary>A whole number from 0 on; null when empty.</summary>
    public long? Whole(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue && decimal.IsInteger(number))
            return (long)number;
        Wrong(column, $"'{text}'", "a whole number, 0 and more");
        return null;
    }

    /// <summary>A number above 0; null when empty.</summary>
    public double? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number))
            return number;
        Wrong(column, $"'{text}'", "a number above 0");
        return null;
    }

    /// <summary>A share above 0 and up to 1; null when empty.</summary>
    public double? Share(string column)
    {
        if (Number(column) is not { } number)
            return null;
        if (number <= 1)
            return number;
        Wrong(column, $"'{Text(column)}'", "a share above 0 and at most 1");
        return null;
    }

    /// <summary>True or False as Python writes it, any case; null when empty.</summary>
    public bool? Flag(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (bool.TryParse(text, out var flag))
            return flag;
        Wrong(column, $"'{text}'", "True or False");
        return null;
    }

    /// <summary>Records a mistake in a column.</summary>
    public void Wrong(string column, string value, string allowed) => _mistakes.Add(CsvTable.Mistake(file, line, Column(column) + 1, $"{column} {value}", allowed));

    private int Column(string name)
    {
        for (var at = 0; at < header.Count; at++)
        {
            if (header[at] == name)
                return at;
        }
        return -1;
    }
}
