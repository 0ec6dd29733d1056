using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>Reads a type.</summary>
public static class TypeParser
{
    private static readonly ImmutableHashSet<string> Keywords = ["string", "number", "boolean", "any", "undefined"];

    /// <summary>Reads the type that comes next.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The type.</returns>
    public static TypeNode Read(TokenReader reader)
    {
        var members = ImmutableArray.CreateBuilder<TypeNode>();
        do
        {
            members.Add(ReadListed(reader));
        }
        while (reader.TakeIf("|"));
        return members.Count == 1 ? members[0] : new TypeNode.OneOf(members.ToImmutable());
    }

    private static TypeNode ReadListed(TokenReader reader)
    {
        var type = ReadSingle(reader);
        while (reader.Is("[") && reader.Is("]", 1))
        {
            reader.Expect("[", "]");
            type = new TypeNode.Listed(type);
        }

        return type;
    }

    private static TypeNode ReadSingle(TokenReader reader)
    {
        if (reader.TakeIf("("))
        {
            var inner = Read(reader);
            reader.Expect(")");
            return inner;
        }

        if (reader.TakeIf("{"))
        {
            reader.Expect("[", "key", ":", "string", "]", ":");
            var value = Read(reader);
            reader.Expect(";", "}");
            return new TypeNode.Mapped(value);
        }

        if (reader.Next.Kind == TokenKind.Text)
        {
            return new TypeNode.Literal(reader.Take().Text);
        }

        var name = reader.Expect(TokenKind.Name).Text;
        if (Keywords.Contains(name))
        {
            return new TypeNode.Keyword(name);
        }

        while (reader.TakeIf("."))
        {
            name += "." + reader.Expect(TokenKind.Name).Text;
        }

        return new TypeNode.Named(name, ReadArguments(reader));
    }

    private static ImmutableArray<TypeNode> ReadArguments(TokenReader reader)
    {
        if (!reader.TakeIf("<"))
        {
            return [];
        }

        var arguments = ImmutableArray.CreateBuilder<TypeNode>();
        do
        {
            arguments.Add(Read(reader));
        }
        while (reader.TakeIf(","));
        reader.Expect(">");
        return arguments.ToImmutable();
    }
}
