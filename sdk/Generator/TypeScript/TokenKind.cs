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
