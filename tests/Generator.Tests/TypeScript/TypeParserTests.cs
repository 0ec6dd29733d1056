using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Tests.TypeScript;

public sealed class TypeParserTests
{
    [Theory]
    [InlineData("string", "string")]
    [InlineData("\"apps/v1\"", "'apps/v1'")]
    [InlineData("string[]", "[string]")]
    [InlineData("string[][]", "[[string]]")]
    [InlineData("number | string", "(number|string)")]
    [InlineData("(pulumi.asset.Asset | pulumi.asset.Archive)[]", "[(pulumi.asset.Asset|pulumi.asset.Archive)]")]
    [InlineData("{ [key: string]: any; }", "{any}")]
    [InlineData("pulumi.Input<pulumi.Input<inputs.core.v1.Container>[] | undefined>", "pulumi.Input<([pulumi.Input<inputs.core.v1.Container>]|undefined)>")]
    public void Accepts_every_shape_of_type(string text, string shape)
    {
        Assert.Equal(shape, Shape(TypeParser.Read(new TokenReader("a.d.ts", text))));
    }

    [Theory]
    [InlineData("{ name: string; }", "a.d.ts:1: expected '[', found 'name'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("pulumi.Input<string", "a.d.ts:1: expected '>', found ''; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    [InlineData("| string", "a.d.ts:1: expected Name, found '|'; the generator knows only the shapes that pulumi-language-nodejs writes.")]
    public void Rejects_other_shapes(string text, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => TypeParser.Read(new TokenReader("a.d.ts", text)));
        Assert.Equal(message, error.Message);
    }

    private static string Shape(TypeNode type) => type switch
    {
        TypeNode.Keyword keyword => keyword.Name,
        TypeNode.Literal literal => $"'{literal.Value}'",
        TypeNode.Listed listed => $"[{Shape(listed.Element)}]",
        TypeNode.Mapped mapped => $"{{{Shape(mapped.Value)}}}",
        TypeNode.OneOf union => $"({string.Join('|', union.Members.Select(Shape))})",
        TypeNode.Named { Arguments.IsEmpty: true } named => named.Name,
        TypeNode.Named named => $"{named.Name}<{string.Join(',', named.Arguments.Select(Shape))}>",
        _ => throw new InvalidOperationException(type.ToString()),
    };
}
