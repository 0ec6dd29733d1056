using System.Text.RegularExpressions;

namespace Pulumi.Generator.JavaScript;

/// <summary>Reads the token that a function's script (<c>.js</c>) invokes.</summary>
public static partial class FunctionScriptParser
{
    /// <summary>Reads one script.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The function's token.</returns>
    /// <exception cref="GeneratorException">The two forms of the function do not name one token.</exception>
    public static string Parse(string file, string text)
    {
        var tokens = InvokeShape().Matches(text).Select(match => match.Groups[1].Value).ToList();
        return tokens.Count == 2 && tokens[0] == tokens[1]
            ? tokens[0]
            : throw new GeneratorException($"{file}: expected invoke and invokeOutput of one token, found [{string.Join(", ", tokens)}].");
    }

    [GeneratedRegex(@"return pulumi\.runtime\.(?:invoke|invokeOutput)\(""([^""]+)"", \{")]
    private static partial Regex InvokeShape();
}
