namespace Pulumi.Generator.TypeScript;

/// <summary>The kinds of token that occur in the declaration files.</summary>
public enum TokenKind
{
    /// <summary>A name or keyword.</summary>
    Name,

    /// <summary>A double-quoted text; <see cref="Token.Text"/> holds it without the quotes.</summary>
    Text,

    /// <summary>One punctuation character.</summary>
    Punctuation,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>One token of a declaration file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Line">The line it stands on, counted from 1.</param>
/// <param name="Deprecated">Whether the comment right before it carries <c>@deprecated</c>.</param>
public readonly record struct Token(TokenKind Kind, string Text, int Line, bool Deprecated);
