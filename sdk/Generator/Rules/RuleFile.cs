namespace Pulumi.Generator.Rules;

/// <summary>The shape that both rule files share: words with spaces between them, <c>#</c> starts a comment.</summary>
internal static class RuleFile
{
    /// <summary>Cuts a rule file into its lines.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>The words of each line that has some, with the line's number from 1.</returns>
    public static IEnumerable<(int Number, string[] Words)> Read(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                yield return (number, words);
            }
        }
    }
}
