using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>A type as the declaration files write it.</summary>
public abstract record TypeNode
{
    private TypeNode()
    {
    }

    /// <summary>A built-in type: string, number, boolean, any or undefined.</summary>
    /// <param name="Name">Its keyword.</param>
    public sealed record Keyword(string Name) : TypeNode;

    /// <summary>A type of one text only, as <c>"apps/v1"</c>.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Literal(string Value) : TypeNode;

    /// <summary>A named type, as <c>inputs.core.v1.PodSpec</c> or <c>pulumi.Input&lt;string&gt;</c>.</summary>
    /// <param name="Name">The dotted name.</param>
    /// <param name="Arguments">The type arguments, none for most.</param>
    public sealed record Named(string Name, ImmutableArray<TypeNode> Arguments) : TypeNode;

    /// <summary>A list, as <c>string[]</c>.</summary>
    /// <param name="Element">The type of each element.</param>
    public sealed record Listed(TypeNode Element) : TypeNode;

    /// <summary>A map with text keys, as <c>{ [key: string]: string }</c>.</summary>
    /// <param name="Value">The type of each value.</param>
    public sealed record Mapped(TypeNode Value) : TypeNode;

    /// <summary>One of several types, as <c>string | number</c>.</summary>
    /// <param name="Members">The types in the order written.</param>
    public sealed record OneOf(ImmutableArray<TypeNode> Members) : TypeNode;
}
