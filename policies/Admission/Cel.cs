namespace Clawdbot.Policies.Admission;

/// <summary>Parts of expressions in the Common Expression Language: https://github.com/google/cel-spec</summary>
internal static class Cel
{
    /// <summary>A text.</summary>
    public static string Text(string text) => $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    /// <summary>A list of texts.</summary>
    public static string Texts(params IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    /// <summary>Whether there is a <paramref name="path"/> below <paramref name="root"/>. Each step is asked for: to look into what is missing would be an error.</summary>
    /// <param name="root">What is there.</param>
    /// <param name="path">Names joined by dots.</param>
    public static string Has(string root, string path)
    {
        var steps = path.Split('.');
        return string.Join(" && ", Enumerable.Range(1, steps.Length).Select(count => $"has({root}.{string.Join('.', steps.Take(count))})"));
    }

    /// <summary>The value at <paramref name="path"/> below <paramref name="root"/>, or <paramref name="otherwise"/> where there is none.</summary>
    public static string Or(string root, string path, string otherwise) => $"({Has(root, path)} ? {root}.{path} : {otherwise})";
}
