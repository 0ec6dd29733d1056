namespace Pulumi.Generator.TypeScript;

/// <summary>Walks over tokens and says where it stands when something unexpected comes.</summary>
public sealed class TokenReader
{
    private readonly string _file;
    private readonly IReadOnlyList<Token> _tokens;
    private int _at;

    /// <summary>Starts at the first token of <paramref name="text"/>.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    public TokenReader(string file, string text)
    {
        _file = file;
        _tokens = Lexer.Read(file, text);
    }

    /// <summary>The token that comes next.</summary>
    public Token Next => _tokens[_at];

    /// <summary>Whether the token <paramref name="ahead"/> places on has this text and is no quoted text.</summary>
    /// <param name="text">The text asked for.</param>
    /// <param name="ahead">How many tokens to skip.</param>
    /// <returns>True when it has.</returns>
    public bool Is(string text, int ahead = 0) =>
        _at + ahead < _tokens.Count && _tokens[_at + ahead] is { Kind: not TokenKind.Text } token && token.Text == text;

    /// <summary>Takes the next token whatever it is.</summary>
    /// <returns>The token.</returns>
    public Token Take()
    {
        var token = Next;
        if (token.Kind == TokenKind.End)
        {
            throw Unexpected("more text");
        }

        _at++;
        return token;
    }

    /// <summary>Takes the next token if it has this text.</summary>
    /// <param name="text">The text asked for.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TakeIf(string text)
    {
        if (!Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes the next tokens, which must have these texts.</summary>
    /// <param name="texts">The texts in order.</param>
    public void Expect(params string[] texts)
    {
        foreach (var text in texts)
        {
            if (!TakeIf(text))
            {
                throw Unexpected($"'{text}'");
            }
        }
    }

    /// <summary>Takes the next token, which must be of this kind.</summary>
    /// <param name="kind">The kind asked for.</param>
    /// <returns>The token.</returns>
    public Token Expect(TokenKind kind) => Next.Kind == kind ? Take() : throw Unexpected(kind.ToString());

    /// <summary>Skips to after the next semicolon that stands outside all brackets.</summary>
    public void SkipStatement()
    {
        var depth = 0;
        while (true)
        {
            var token = Take();
            if (token.Kind != TokenKind.Punctuation)
            {
                continue;
            }

            depth += token.Text is "(" or "{" or "[" ? 1 : token.Text is ")" or "}" or "]" ? -1 : 0;
            if (depth == 0 && token.Text == ";")
            {
                return;
            }
        }
    }

    /// <summary>The error for a token that is not what the known shapes have here.</summary>
    /// <param name="expected">What should have come.</param>
    /// <returns>The exception to throw.</returns>
    public GeneratorException Unexpected(string expected) =>
        new($"{_file}:{Next.Line}: expected {expected}, found '{Next.Text}'; the generator knows only the shapes that pulumi-language-nodejs writes.");
}
