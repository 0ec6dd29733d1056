using System.Text.RegularExpressions;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;
using Google.Protobuf.WellKnownTypes;

namespace Clawdbot.Policies.Tests.Server;

public sealed partial class PackInfosTests
{
    [Fact]
    public void A_policy_tells_all_that_its_rule_says_of_itself() => Assert.Equal(
        new PolicyInfo
        {
            Name = "truthful",
            DisplayName = "The test truthful passes",
            Description = "Why truthful matters.",
            Message = "The test truthful passes.",
            Level = 1,
            PolicyType = PolicyType.Resource,
            Severity = 3,
            Framework = new Framework { Name = "First", Reference = "1.1" },
            Tags = { "Second: 2.2" },
            RemediationSteps = "Put it right.",
            Url = "https://example.com/rules",
        },
        PackInfos.Of([TestRules.Truthful], isProduction: true).Policies[0]);

    [Fact]
    public void A_rule_about_stacks_says_so_and_settings_are_JSON_schemas()
    {
        var info = PackInfos.Of([TestRules.Counted], isProduction: true).Policies[0];
        Assert.Equal(PolicyType.Stack, info.PolicyType);
        Assert.Equal(
            Struct.Parser.ParseJson("""
                {
                  "most": {"type": "number", "minimum": 0, "maximum": 100, "description": "Most resources, as a number.", "default": 2},
                  "prefix": {"type": "string", "enum": ["res", "test"], "description": "How the names begin.", "default": "res"},
                  "words": {"type": "array", "items": {"type": "string"}, "description": "Words that are allowed.", "default": ["a", "b"]}
                }
                """),
            Struct.Parser.ParseFrom(info.ConfigSchema.Properties));
        Assert.Empty(info.ConfigSchema.Required);
    }

    [Fact]
    public void The_pack_s_name_and_those_of_its_rules_are_ones_that_Pulumi_takes()
    {
        var pack = PackInfos.Of(PolicyCatalogue.All, isProduction: true);
        Assert.Equal(("clawdbot", true), (pack.Name, pack.SupportsConfig));
        Assert.Matches(@"^\d+\.\d+\.\d+$", pack.Version);
        Assert.All(pack.Policies, policy => Assert.Matches(Name(), policy.Name));
        Assert.DoesNotContain("all", pack.Policies.Select(policy => policy.Name));
        Assert.DoesNotContain("enforcementLevel", PolicyCatalogue.All.SelectMany(rule => rule.Metadata.Settings).Select(setting => setting.Name));
        Assert.All(pack.Policies, policy => Assert.True(policy is { Framework: not null, Url.Length: > 0, RemediationSteps.Length: > 0, Description.Length: > 0 }, policy.Name));
    }

    [GeneratedRegex("^[a-zA-Z0-9-_.]{1,100}$")]
    private static partial Regex Name();
}
