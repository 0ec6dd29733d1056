namespace Pulumi.Generator.TypeScript;

/// <summary>One token of a declaration file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Line">The line it stands on, counted from 1.</param>
/// <param name="Deprecated">Whether the comment right before it carries <c>@deprecated</c>.</param>
public readonly record struct Token(TokenKind Kind, string Text, int Line, bool Deprecated);
