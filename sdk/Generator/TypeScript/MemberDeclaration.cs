namespace Pulumi.Generator.TypeScript;

/// <summary>A property of an interface or class.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Optional">Whether it is written with <c>?</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Deprecated">Whether its comment says <c>@deprecated</c>.</param>
public sealed record MemberDeclaration(string Name, bool Optional, TypeNode Type, bool Deprecated);
