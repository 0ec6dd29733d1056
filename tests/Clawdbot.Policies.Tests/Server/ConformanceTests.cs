using System.Text.Json;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Tests.Server.Testing;

namespace Clawdbot.Policies.Tests.Server;

/// <summary>The cases of Pulumi's own tests of policy packs (pulumi/pulumi, pkg/testing/pulumi-test-language/tests/policy_*.go), with the official Node stubs as the engine.</summary>
public sealed class ConformanceTests
{
    private const string Res1 = "urn:pulumi:test::project::simple:index:Resource::res1";
    private const string Res2 = "urn:pulumi:test::project::simple:index:Resource::res2";
    private const string Stack = "\"stack\":{\"name\":\"test\",\"project\":\"project\",\"config\":{\"project:production\":\"true\"}}";
    private const string False = "Why truthful matters.\nvalue is false; allowed: true. Put it right.";

    private static readonly string Resources = $$$"""
        "resources":[
          {"type":"simple:index:Resource","urn":"{{{Res1}}}","name":"res1","properties":{"value":true}},
          {"type":"simple:index:Resource","urn":"{{{Res2}}}","name":"res2","properties":{"value":false},"parent":"{{{Res1}}}","dependencies":["{{{Res1}}}"],"protect":true}]
        """;

    [Fact]
    public async Task Policy_simple()
    {
        var report = await EngineRun.WithRulesAsync($"{{{Stack},{Resources}}}", TestRules.Truthful);
        Assert.Null(report.Failure);
        Assert.Empty(report.Of(Res1));
        Assert.Equal([("truthful", 1, False)], report.Of(Res2));
        Assert.Empty(report.OfStack);
        Assert.Equal(PackIdentity.Version, report.Root.GetProperty("pluginVersion").GetString());
        Assert.Equal(
            (Res2, PackIdentity.Version, "clawdbot", "Why truthful matters.", 3),
            report.Root.GetProperty("analyses").GetProperty(Res2).GetProperty("diagnostics")[0] is var d
                ? (Text(d, "urn"), Text(d, "policypackversion"), Text(d, "policypackname"), Text(d, "description"), d.GetProperty("severity").GetInt32())
                : default);
    }

    [Fact]
    public async Task Policy_info()
    {
        var report = await EngineRun.WithRulesAsync($"{{{Stack}}}", TestRules.Counted);
        var info = report.Root.GetProperty("info");
        Assert.Equal(("clawdbot", "Clawdbot", PackIdentity.Version, PackIdentity.Description), (Text(info, "name"), Text(info, "displayName"), Text(info, "version"), Text(info, "description")));
        Assert.True(info.GetProperty("supportsConfig").GetBoolean());
        var policy = info.GetProperty("policies")[0];
        AssertSame("""{"name":"First","version":"","reference":"1.1","specification":""}""", policy.GetProperty("framework"));
        Assert.Equal((2, 1), (policy.GetProperty("type").GetInt32(), policy.GetProperty("severity").GetInt32()));
        AssertSame("""{"type":"number","minimum":0,"maximum":100,"description":"Most resources, as a number.","default":2}""", policy.GetProperty("schema").GetProperty("most"));
    }

    [Fact]
    public async Task Policy_analyze_stack()
    {
        var report = await EngineRun.WithRulesAsync($$"""{ {{Stack}},{{Resources}},"configuration":{"counted":{"most":1} } }""", TestRules.Counted);
        Assert.Null(report.Failure);
        Assert.Equal(
            [
                ("counted", 0, "", "Why counted matters.\nThe number of resources is 2; allowed: at most 1. Words: a+b. Put it right."),
                ("counted", 0, Res2, "Why counted matters.\nThe last of them is res2; allowed: none. Put it right."),
            ],
            report.OfStack);
    }

    [Fact]
    public async Task Policy_config()
    {
        var report = await EngineRun.WithRulesAsync(
            $$"""{ {{Stack}},{{Resources}},"configuration":{"counted":{"enforcementLevel":"mandatory","most":0,"words":["x","y"]} } }""", TestRules.Counted);
        Assert.Null(report.Failure);
        Assert.Equal(("counted", 1, "", "Why counted matters.\nThe number of resources is 2; allowed: at most 0. Words: x+y. Put it right."), report.OfStack.First());
    }

    [Fact]
    public async Task Policy_config_schema()
    {
        var report = await EngineRun.WithRulesAsync($$"""{ {{Stack}},{{Resources}},"configuration":{"counted":{"most":"many","prefix":"other","words":[1]} } }""", TestRules.Counted);
        Assert.Equal(
            ["counted/most must be number", "counted/prefix must be equal to one of the allowed values", "counted/words/0 must be string"],
            report.Root.GetProperty("schemaErrors").EnumerateArray().Select(error => error.GetString()!));
    }

    [Fact]
    public async Task What_no_schema_can_tell_is_refused_by_the_pack()
    {
        var report = await EngineRun.WithRulesAsync($$"""{ {{Stack}},{{Resources}},"configuration":{"truthfull":"mandatory","truthful":{"most":1} } }""", TestRules.Truthful);
        Assert.Equal(
            ("configure", 3,
                "CB5005: truthful.most is no setting of this policy; allowed: enforcementLevel. Correct the configuration of the policy; docs/policies.md lists its settings.\n"
                + "CB5004: 'truthfull' in the configuration is no policy; allowed: a policy of docs/policies.md, or all. Did you mean 'truthful'? Correct the name."),
            report.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Policy_dryrun(bool dryRun)
    {
        var report = await EngineRun.WithRulesAsync(
            $$"""{"stack":{"name":"test","project":"project","dryRun":{{(dryRun ? "true" : "false")}},"config":{"project:production":"true"} },{{Resources}} }""", TestRules.Truthful);
        Assert.Equal([("truthful", 1, False)], report.Of(Res2));
    }

    [Theory]
    [InlineData("""{"truthful":"advisory"}""", 0)]
    [InlineData("""{"truthful":{"enforcementLevel":"mandatory"}}""", 1)]
    [InlineData("""{"all":"advisory"}""", 0)]
    [InlineData("""{"all":"disabled","truthful":"mandatory"}""", 1)]
    [InlineData("""{"truthful":"disabled"}""", null)]
    [InlineData("""{"all":"disabled"}""", null)]
    public async Task Policy_enforcement_config(string configuration, int? level)
    {
        var report = await EngineRun.WithRulesAsync($$"""{ {{Stack}},{{Resources}},"configuration":{{configuration}} }""", TestRules.Truthful);
        Assert.Null(report.Failure);
        Assert.Equal(level is { } number ? [("truthful", number, False)] : [], report.Of(Res2));
    }

    [Fact]
    public async Task Policy_invalid()
    {
        var folder = Directory.CreateTempSubdirectory("clawdbot-invalid-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "waivers.yaml"), "waivers: [{ rule: truthful }]");
            var report = await EngineRun.WithRulesAsync($$"""{"directory":"{{folder.FullName}}",{{Stack}},{{Resources}} }""", TestRules.Truthful);
            Assert.Equal(("handshake", 9), (report.Failure?.Step, report.Failure?.Code));
            Assert.StartsWith($"CB5003: waivers[0].resource in {folder.FullName}/waivers.yaml is missing; allowed: a text.", report.Failure?.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Policy_remediate()
    {
        var resources = Resources.Replace("\"value\":false", "\"value\":false,\"__defaults\":[],\"secret\":{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"value\":\"s\"}", StringComparison.Ordinal);
        var report = await EngineRun.WithRulesAsync($$"""{ {{Stack}},{{resources}},"configuration":{"truthful":"remediate"} }""", TestRules.Truthful);
        Assert.Null(report.Failure);
        Assert.Empty(report.Of(Res2));
        Assert.Empty(report.Root.GetProperty("remediations").GetProperty(Res1).EnumerateArray());
        var properties = Assert.Single(report.Root.GetProperty("remediations").GetProperty(Res2).EnumerateArray()).GetProperty("properties");
        AssertSame(
            """{"value":true,"__defaults":[],"secret":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"s"}}""", properties);
    }

    [Fact]
    public async Task Policy_resource_metadata()
    {
        var report = await EngineRun.WithRulesAsync($"{{{Stack},{Resources}}}", TestRules.Described);
        Assert.Equal([$"Why described matters.\nres2 is simple:index:Resource of {Res1}, protected, after ; allowed: nothing. Put it right."], report.Of(Res2).Select(d => d.Message));
        Assert.Equal(
            [
                (Res1, "Why described matters.\nres1 is simple:index:Resource of nobody, not protected, after ; allowed: nothing. Put it right."),
                (Res2, $"Why described matters.\nres2 is simple:index:Resource of {Res1}, protected, after {Res1}; allowed: nothing. Put it right."),
            ],
            report.OfStack.Select(d => (d.Urn, d.Message)));
    }

    [Theory]
    [InlineData("\"true\"", 1)]
    [InlineData("\"false\"", 0)]
    public async Task Policy_stack_config(string production, int level)
    {
        var stack = $$"""{"name":"test","project":"project","config":{"project:production":{{production}},"project:password":"hunter2"},"secretKeys":["project:password"]}""";
        var report = await EngineRun.WithRulesAsync($$"""{"stack":{{stack}},{{Resources}} }""", TestRules.Truthful);
        Assert.Equal([level], report.Levels);
        Assert.Equal([("truthful", level, False)], report.Of(Res2));
    }

    [Fact]
    public async Task Policy_stack_tags()
    {
        var report = await EngineRun.WithRulesAsync(
            $$"""{"stack":{"name":"test","project":"project","tags":{"pulumi:project":"project","env":"prod, ключ"} },{{Resources}} }""", TestRules.Truthful);
        Assert.Null(report.Failure);
        Assert.Equal([("truthful", 0, False)], report.Of(Res2));
    }

    [Fact]
    public async Task Without_a_stack_as_for_publishing_rules_have_their_own_level()
    {
        var report = await EngineRun.WithRulesAsync("{}", TestRules.Truthful);
        Assert.Null(report.Failure);
        Assert.Equal([1], report.Levels);
    }

    [Fact]
    public async Task What_is_unknown_in_a_preview_is_not_applicable()
    {
        var resources = Resources.Replace("\"value\":false", "\"value\":\"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7\"", StringComparison.Ordinal);
        var report = await EngineRun.WithRulesAsync($"{{{Stack},{resources}}}", TestRules.Truthful);
        Assert.Empty(report.Of(Res2));
        Assert.Equal([("truthful", $"{Res2}: value is known only after the deployment")], report.Undecided(Res2));
    }

    // The Node SDK sorts the keys.
    private static void AssertSame(string expected, JsonElement actual) => Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual), actual.GetRawText());

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
