using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Tests.TypeScript;

public sealed class LexerTests
{
    [Fact]
    public void Cuts_names_texts_and_punctuation()
    {
        var tokens = Lexer.Read("a.d.ts", "readonly $ref?: \"v1\";");
        Assert.Equal(
            [(TokenKind.Name, "readonly"), (TokenKind.Name, "$ref"), (TokenKind.Punctuation, "?"), (TokenKind.Punctuation, ":"),
                (TokenKind.Text, "v1"), (TokenKind.Punctuation, ";"), (TokenKind.End, "")],
            tokens.Select(token => (token.Kind, token.Text)));
    }

    [Fact]
    public void Counts_lines_through_comments()
    {
        var tokens = Lexer.Read("a.d.ts", "/**\n * two\n */\n// three\nname");
        Assert.Equal(5, tokens[0].Line);
    }

    [Fact]
    public void Marks_only_the_token_after_a_deprecating_comment()
    {
        var tokens = Lexer.Read("a.d.ts", "/** @deprecated gone */ first second");
        Assert.Equal([true, false, false], tokens.Select(token => token.Deprecated));
    }

    [Theory]
    [InlineData("a;\nb @", "a.d.ts:2: unexpected character '@'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("\"open", "a.d.ts:1: a text without end, or with an escape that the generator does not know.")]
    [InlineData("\"a\\n\"", "a.d.ts:1: a text without end, or with an escape that the generator does not know.")]
    [InlineData("/* open", "a.d.ts:1: the comment has no end.")]
    public void Rejects_what_no_declaration_file_holds(string text, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => Lexer.Read("a.d.ts", text));
        Assert.Equal(message, error.Message);
    }
}
