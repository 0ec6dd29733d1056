namespace Pulumi.Generator.TypeScript;

/// <summary>Cuts a declaration file into tokens; comments are dropped, except that <c>@deprecated</c> marks the token after it.</summary>
public static class Lexer
{
    private const string PunctuationCharacters = "{}()[]<>;:,.?=|*-";

    /// <summary>Cuts <paramref name="text"/> into tokens, ending with one of kind <see cref="TokenKind.End"/>.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The tokens in order.</returns>
    /// <exception cref="GeneratorException">A character that no known declaration file uses, or a text or comment without end.</exception>
    public static IReadOnlyList<Token> Read(string file, string text)
    {
        var tokens = new List<Token>();
        var line = 1;
        var deprecated = false;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\n')
            {
                line++;
                at++;
            }
            else if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (Starts(text, at, "//"))
            {
                at = EndOf(text, at, "\n", text.Length);
            }
            else if (Starts(text, at, "/*"))
            {
                var end = EndOf(text, at + 2, "*/", -1);
                if (end < 0)
                {
                    throw new GeneratorException($"{file}:{line}: the comment has no end.");
                }

                var comment = text.AsSpan(at, end - at);
                deprecated = comment.Contains("@deprecated", StringComparison.Ordinal);
                line += comment.Count('\n');
                at = end + 2;
            }
            else
            {
                var token = ReadToken(file, text, ref at, line, deprecated);
                tokens.Add(token);
                deprecated = false;
            }
        }

        tokens.Add(new Token(TokenKind.End, "", line, false));
        return tokens;
    }

    private static Token ReadToken(string file, string text, ref int at, int line, bool deprecated)
    {
        var start = at;
        if (IsNameCharacter(text[at]))
        {
            while (at < text.Length && IsNameCharacter(text[at]))
            {
                at++;
            }

            return new Token(TokenKind.Name, text[start..at], line, deprecated);
        }

        if (text[at] == '"')
        {
            var end = text.IndexOfAny(['"', '\n', '\\'], at + 1);
            if (end < 0 || text[end] != '"')
            {
                throw new GeneratorException($"{file}:{line}: a text without end, or with an escape that the generator does not know.");
            }

            at = end + 1;
            return new Token(TokenKind.Text, text[(start + 1)..end], line, deprecated);
        }

        if (PunctuationCharacters.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
            return new Token(TokenKind.Punctuation, text[start..at], line, deprecated);
        }

        throw new GeneratorException($"{file}:{line}: unexpected character '{text[at]}'; the generator knows only the shapes that pulumi-language-nodejs writes.");
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    private static bool Starts(string text, int at, string start) => string.CompareOrdinal(text, at, start, 0, start.Length) == 0;

    private static int EndOf(string text, int from, string end, int missing)
    {
        var at = text.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? missing : at;
    }
}
