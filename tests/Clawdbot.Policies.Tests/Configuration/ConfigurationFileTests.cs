using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Tests.Configuration;

public sealed class ConfigurationFileTests
{
    private static readonly PolicyRule[] Rules = [new Sizes(), new Plain()];

    [Fact]
    public void Accepts_levels_and_values()
    {
        var configuration = Read("""{ "all": "advisory", "test-sizes": { "enforcementLevel": "mandatory", "limit": 3, "mode": "strict", "names": ["a"] } }""");
        var sizes = configuration.Of(Rules[0]);
        Assert.Equal(EnforcementLevel.Mandatory, sizes.Level);
        Assert.Equal((3.0, "strict"), ((double)sizes.Values["limit"], (string)sizes.Values["mode"]));
        Assert.Equal(["a"], (IEnumerable<string>)sizes.Values["names"]);
        Assert.Equal(EnforcementLevel.Advisory, configuration.Of(Rules[1]).Level);
    }

    [Fact]
    public void A_rule_without_a_level_of_its_own_has_that_of_all() =>
        Assert.Equal(EnforcementLevel.Disabled, Read("""{ "test-sizes": { "limit": 3 }, "all": "disabled" }""").Of(Rules[0]).Level);

    [Fact]
    public void A_rule_that_is_not_named_has_its_own_level_in_production_and_advises_elsewhere()
    {
        Assert.Equal(EnforcementLevel.Mandatory, Read("{}").Of(Rules[1]).Level);
        Assert.Equal(EnforcementLevel.Advisory, ConfigurationFile.Read("c.json", "{}", Rules, false).Of(Rules[1]).Level);
    }

    [Fact]
    public void Rejects_every_mistake_at_once() => Assert.Equal(
        [
            "CB5005: all in c.json is 'mandatry'; allowed: advisory, mandatory, disabled, remediate. Did you mean 'mandatory'? Correct the level.",
            "CB5005: environments in c.json is [a]; allowed: policies only, when the Pulumi CLI does not read the file. Write the values into the file.",
            "CB5004: 'test-size' in c.json is no policy; allowed: a policy of docs/policies.md, or all. Did you mean 'test-sizes'? Correct the name.",
            "CB5005: test-sizes.limit in c.json is 11; allowed: a number from 1 to 10. Correct the configuration of the policy; docs/policies.md lists its settings.",
            "CB5005: test-sizes.mode in c.json is 'loose'; allowed: strict, lenient. Correct the configuration of the policy; docs/policies.md lists its settings.",
            "CB5005: test-sizes.names in c.json is 'a'; allowed: a list of texts. Correct the configuration of the policy; docs/policies.md lists its settings.",
            "CB5005: test-sizes.limt in c.json is no setting of this policy; allowed: limit, mode, names, enforcementLevel. Did you mean 'limit'? Correct the configuration of the policy; docs/policies.md lists its settings.",
            "CB5005: test-plain in c.json is 1; allowed: advisory, mandatory, disabled, remediate. Correct the level.",
        ],
        Errors("""
            { "all": "mandatry", "environments": ["a"], "test-size": "advisory",
              "test-sizes": { "limit": 11, "mode": "loose", "names": "a", "limt": 1 }, "test-plain": 1 }
            """));

    [Theory]
    [InlineData("[]", "CB5005: c.json is no JSON object; allowed: policies by name, each with a level or an object. Write it as docs/policies.md shows.")]
    [InlineData("{\n  \"all\": advisory }", "CB5001: c.json:2:10 is no JSON ('a' is an invalid start of a value); allowed: JSON. Correct it there.")]
    public void Rejects_what_is_no_configuration(string text, string error) => Assert.Equal([error], Errors(text));

    private static PolicyConfiguration Read(string text) => ConfigurationFile.Read("c.json", text, Rules, true);

    private static IEnumerable<string> Errors(string text) => Assert.Throws<InputException>(() => Read(text)).Errors.Select(e => e.ToString());

    private static PolicyMetadata Metadata(string id) => new(id)
    {
        Title = "Title",
        Description = "Description.",
        Severity = PolicySeverity.Low,
        Frameworks = [FrameworkReference.Clawdbot("C9")],
        Remedy = "Remedy.",
        Url = "https://example.com",
    };

    private sealed class Sizes() : PolicyRule(Metadata("test-sizes") with
    {
        Settings =
        [
            new RuleSetting("limit", RuleSettingKind.Number, "Limit.") { Default = 5.0, Minimum = 1, Maximum = 10 },
            new RuleSetting("mode", RuleSettingKind.Text, "Mode.") { Default = "strict", Choices = ["strict", "lenient"] },
            new RuleSetting("names", RuleSettingKind.Texts, "Names.") { Default = Array.Empty<string>() },
        ],
    });

    private sealed class Plain() : PolicyRule(Metadata("test-plain"));
}
