using Pulumi.Generator.JavaScript;

namespace Pulumi.Generator.Tests.JavaScript;

public sealed class FunctionScriptParserTests
{
    [Fact]
    public void Reads_the_token_of_both_forms()
    {
        Assert.Equal("a:b/c:c", FunctionScriptParser.Parse(
            "c.js", "return pulumi.runtime.invoke(\"a:b/c:c\", {\n}, opts);\nreturn pulumi.runtime.invokeOutput(\"a:b/c:c\", {\n}, opts);"));
    }

    [Fact]
    public void Rejects_a_script_with_one_form_only()
    {
        var error = Assert.Throws<GeneratorException>(() => FunctionScriptParser.Parse("c.js", "return pulumi.runtime.invoke(\"a:b/c:c\", {"));
        Assert.Equal("c.js: expected invoke and invokeOutput of one token, found [a:b/c:c].", error.Message);
    }
}
