using Pulumi.Generator.JavaScript;

namespace Pulumi.Generator.Tests.JavaScript;

public sealed class DefaultsScriptParserTests
{
    [Fact]
    public void Reads_defaults_by_dotted_type()
    {
        var types = DefaultsScriptParser.Parse("input.js", """
            const utilities = __importStar(require("../utilities"));
            function settingsProvideDefaults(val) {
                return {
                    ...val,
                    driver: (val.driver) ?? utilities.getEnv("DRIVER"),
                };
            }
            (function (rds) {
                function groupProvideDefaults(val) {
                    return {
                        ...val,
                        method: (val.method) ?? "immediate",
                    };
                }
                rds.groupProvideDefaults = groupProvideDefaults;
            })(rds = exports.rds || (exports.rds = {}));
            """);
        Assert.Equal(["rds.group", "settings"], types.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new DefaultValue.Text("immediate"), types["rds.group"]["method"].Default);
    }

    [Fact]
    public void Rejects_a_default_that_it_does_not_know()
    {
        var error = Assert.Throws<GeneratorException>(() => DefaultsScriptParser.Parse(
            "input.js", "function aProvideDefaults(val) {\nreturn {\nx: compute(val.x),\n};\n}"));
        Assert.Equal("input.js:3: the generator does not know 'x: compute(val.x),'.", error.Message);
    }
}
