namespace Pulumi.Generator.Schema;

/// <summary>The C# type of a property.</summary>
/// <param name="Text">The type as written in code, without a question mark.</param>
/// <param name="Collection">Whether it is a list or map.</param>
/// <param name="Element">The type of an element, for a list or map.</param>
/// <param name="IsValueType">Whether it is a struct, so that it needs no initial value.</param>
public sealed record PropertyType(string Text, Collection Collection, string Element, bool IsValueType);
