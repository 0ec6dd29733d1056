using Pulumi.Generator.JavaScript;

namespace Pulumi.Generator.Tests.JavaScript;

public sealed class ResourceScriptParserTests
{
    [Fact]
    public void Reads_token_constants_secrets_defaults_and_options()
    {
        var script = Parse("""
            static __pulumiType = 'test:a/b:Thing';
            constructor(name, argsOrState, opts) {
                let resourceInputs = {};
                opts = opts || {};
                if (opts.id) {
                    const state = argsOrState;
                    resourceInputs["name"] = state?.name;
                    resourceInputs["onlyState"] = state?.onlyState;
                }
                else {
                    const args = argsOrState;
                    if (args?.name === undefined && !opts.urn) {
                        throw new Error("Missing required property 'name'");
                    }
                    resourceInputs["kind"] = "Thing";
                    resourceInputs["name"] = args?.name;
                    resourceInputs["password"] = args?.password ? pulumi.secret(args.password) : undefined;
                    resourceInputs["count"] = (args?.count) ?? utilities.getEnvNumber("COUNT", "OTHER");
                    resourceInputs["open"] = pulumi.output((args?.open) ?? true).apply(JSON.stringify);
                    resourceInputs["made"] = undefined /*out*/;
                }
                const aliasOpts = { aliases: [{ type: "test:old:Thing" }, { type: "test:older:Thing" }] };
                opts = pulumi.mergeOptions(opts, aliasOpts);
                const secretOpts = { additionalSecretOutputs: ["password"] };
                super(Thing.__pulumiType, name, resourceInputs, opts, true /*remote*/);
            }
            """);
        Assert.Equal(("test:a/b:Thing", true), (script.Token, script.Remote));
        Assert.Equal(["count", "kind", "name", "open", "password"], script.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Thing", script.Inputs["kind"].Constant);
        Assert.Equal(["name"], script.Required);
        Assert.True(script.Inputs["password"].Secret);
        Assert.Equal((true, new DefaultValue.Truth(true)), (script.Inputs["open"].Json, script.Inputs["open"].Default));
        var environment = Assert.IsType<DefaultValue.Environment>(script.Inputs["count"].Default);
        Assert.Equal("getEnvNumber(COUNT,OTHER)", $"{environment.Reader}({string.Join(',', environment.Variables)})");
        Assert.Equal(["test:old:Thing", "test:older:Thing"], script.Aliases.AsEnumerable());
        Assert.Equal(["password"], script.SecretOutputs.AsEnumerable());
    }

    [Theory]
    [InlineData("resourceInputs[\"a\"] = args?.b;")]
    [InlineData("resourceInputs[\"a\"] = (args?.a) ?? compute();")]
    [InlineData("const strange = { protect: [true] };")]
    [InlineData("opts = pulumi.mergeOptions(opts, strangeOpts);")]
    public void Rejects_lines_that_it_does_not_know(string line)
    {
        var error = Assert.Throws<GeneratorException>(() => Parse(line));
        Assert.Equal($"a.js:3: the generator does not know '{line}'.", error.Message);
    }

    [Fact]
    public void Rejects_a_script_without_a_resource_class()
    {
        var error = Assert.Throws<GeneratorException>(() => ResourceScriptParser.Parse("a.js", "exports.x = 1;"));
        Assert.Equal("a.js: no resource class found.", error.Message);
    }

    [Fact]
    public void Rejects_a_class_without_a_token()
    {
        var error = Assert.Throws<GeneratorException>(() => Parse(""));
        Assert.Equal("a.js: the class 'Thing' has no __pulumiType.", error.Message);
    }

    private static ResourceScript Parse(string body) => ResourceScriptParser.Parse(
        "a.js", $"\"use strict\";\nclass Thing extends pulumi.CustomResource {{\n{body}\n}}\nexports.Thing = Thing;\n");
}
