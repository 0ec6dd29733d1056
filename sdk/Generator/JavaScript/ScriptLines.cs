namespace Pulumi.Generator.JavaScript;

/// <summary>The code lines of a script, without comments and blank lines.</summary>
public static class ScriptLines
{
    /// <summary>Cuts a script into its code lines.</summary>
    /// <param name="text">The script.</param>
    /// <returns>Each trimmed line with its number, counted from 1.</returns>
    public static IEnumerable<(int Number, string Text)> Read(string text)
    {
        var inComment = false;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (inComment)
            {
                inComment = !line.EndsWith("*/", StringComparison.Ordinal);
            }
            else if (line.StartsWith("/*", StringComparison.Ordinal))
            {
                inComment = !line.EndsWith("*/", StringComparison.Ordinal);
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                yield return (number, line);
            }
        }
    }
}
