using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;
using Google.Protobuf.WellKnownTypes;
using Empty = Clawdbot.Policies.Server.Messages.Empty;

namespace Clawdbot.Policies.Tests.Server;

public sealed class AnalyzerServiceTests
{
    private const string Wrong = """{"value":false,"__internal":{"k":null},"list":[1,"x"]}""";

    [Fact]
    public async Task A_violation_has_everything_that_the_engine_shows()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var diagnostic = Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Wrong))).Diagnostics);
        Assert.Equal(
            new Diagnostic
            {
                PolicyName = "truthful",
                PackName = "clawdbot",
                PackVersion = PackIdentity.Version,
                Description = "Why truthful matters.",
                Message = "Why truthful matters.\nvalue is false; allowed: true. Put it right.",
                Level = 1,
                Urn = "urn:pulumi:test::project::simple:index:Resource::res",
                Severity = 3,
            },
            diagnostic);
    }

    [Fact]
    public async Task What_cannot_be_decided_is_told_with_its_reason()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var response = await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("""{"value":"1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"}"""));
        Assert.Empty(response.Diagnostics);
        Assert.Equal(
            [new Inapplicable { PolicyName = "truthful", Reason = "urn:pulumi:test::project::simple:index:Resource::res: value is known only after the deployment" }], response.NotApplicable);
    }

    [Fact]
    public async Task A_secret_is_checked_and_not_shown()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var secret = """{"value":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":false}}""";
        var diagnostic = Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(secret))).Diagnostics);
        Assert.Equal("Why truthful matters.\nvalue is a secret; allowed: true. Put it right.", diagnostic.Message);
    }

    [Fact]
    public async Task A_rule_that_fails_is_a_violation_that_does_not_tell_what_it_saw()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Broken);
        var diagnostic = Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("{}"))).Diagnostics);
        Assert.DoesNotContain("secret text", diagnostic.Message, StringComparison.Ordinal);
        Assert.StartsWith("Why broken matters.\nThe rule failed with InvalidOperationException", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_replaces_all_properties_and_keeps_the_others_with_the_engine_s_own()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        await server.Client.CallAsync<Empty>("Configure", Requests.Configure("truthful", 3));
        var remediation = Assert.Single((await server.Client.CallAsync<RemediateResponse>("Remediate", Requests.Simple(Wrong))).Remediations);
        Assert.Equal(("truthful", "clawdbot", PackIdentity.Version, "Why truthful matters."), (remediation.PolicyName, remediation.PackName, remediation.PackVersion, remediation.Description));
        Assert.Equal(Struct.Parser.ParseJson(Wrong.Replace("false", "true", StringComparison.Ordinal)), Struct.Parser.ParseFrom(remediation.Properties));
    }

    [Fact]
    public async Task Nothing_is_corrected_at_another_level()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        Assert.Empty((await server.Client.CallAsync<RemediateResponse>("Remediate", Requests.Simple(Wrong))).Remediations);
    }

    [Fact]
    public async Task The_stack_as_a_whole_has_no_urn_and_a_resource_has_its_own()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Counted);
        var stack = new StackResources { Resources = { Requests.Simple("{}", "res1"), Requests.Simple("{}", "res2"), Requests.Simple("{}", "res3") } };
        var diagnostics = (await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", stack)).Diagnostics;
        Assert.Equal(["", "urn:pulumi:test::project::simple:index:Resource::res3"], diagnostics.Select(d => d.Urn));
        Assert.Equal("Why counted matters.\nThe number of resources is 3; allowed: at most 2. Words: a+b. Put it right.", diagnostics[0].Message);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("True", 1)]
    [InlineData("false", 0)]
    [InlineData("yes", 0)]
    [InlineData(null, 0)]
    public async Task Rules_have_their_level_in_production_and_are_advisory_elsewhere(string? production, int level)
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var stack = new StackRequest { Stack = "test", Project = "project", Config = { ["other:production"] = "true" } };
        if (production is not null)
        {
            stack.Config["project:production"] = production;
        }

        await server.Client.CallAsync<Empty>("ConfigureStack", stack);
        Assert.Equal(level, Assert.Single((await server.Client.CallAsync<PackInfo>("GetAnalyzerInfo", new Empty())).Policies).Level);
        Assert.Equal(level, Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Wrong))).Diagnostics).Level);
    }

    [Fact]
    public async Task A_configuration_replaces_the_one_before()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful, TestRules.Counted);
        await server.Client.CallAsync<Empty>("Configure", Requests.Configure("truthful", 2));
        Assert.Empty((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Wrong))).Diagnostics);
        await server.Client.CallAsync<Empty>("Configure", Requests.Configure("counted", 1, """{"most":0,"words":["c"]}"""));
        Assert.Equal(1, Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Wrong))).Diagnostics).Level);
        var stack = new StackResources { Resources = { Requests.Simple("{}") } };
        Assert.Equal(
            "Why counted matters.\nThe number of resources is 1; allowed: at most 0. Words: c. Put it right.",
            (await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", stack)).Diagnostics[0].Message);
    }

    [Fact]
    public async Task All_mistakes_of_a_configuration_are_told_at_once_and_nothing_changes()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful, TestRules.Counted);
        var wrong = Requests.Configure("counted", 0, """{"most":101,"prefix":"other","words":["a",1],"mots":1}""");
        wrong.Policies["all"] = new PolicyConfig { Level = 2 };
        wrong.Policies["truthfull"] = new PolicyConfig();
        wrong.Policies["truthful"] = new PolicyConfig { Level = 9 };
        var refused = await Assert.ThrowsAsync<EngineCallException>(() => server.Client.CallAsync<Empty>("Configure", wrong));
        Assert.Equal(3, refused.Status);
        const string Next = "Correct the configuration of the policy; docs/policies.md lists its settings.";
        Assert.Equal(
            [
                $"CB5005: counted.most is 101; allowed: a number from 0 to 100. {Next}",
                $"CB5005: counted.prefix is 'other'; allowed: res, test. {Next}",
                $"CB5005: counted.words is [a, 1]; allowed: a list of texts. {Next}",
                $"CB5005: counted.mots is no setting of this policy; allowed: most, prefix, words, enforcementLevel. Did you mean 'most'? {Next}",
                "CB5005: truthful.enforcementLevel is 9; allowed: 0 (advisory), 1 (mandatory), 2 (disabled), 3 (remediate). Correct the level.",
                "CB5004: 'truthfull' in the configuration is no policy; allowed: a policy of docs/policies.md, or all. Did you mean 'truthful'? Correct the name.",
            ],
            refused.Message.Split('\n'));
        Assert.Equal(1, Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Wrong))).Diagnostics).Level);
    }

    [Fact]
    public async Task Cancel_is_answered_and_then_ends_the_server()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        Assert.False(server.Host.Service.Cancelled.IsCompleted);
        await server.Client.CallAsync<Empty>("Cancel", new Empty());
        await server.Host.Service.Cancelled.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_engine_s_address_is_taken_from_the_handshake()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        await server.Client.CallAsync<Empty>("Handshake", new HandshakeRequest { EngineAddress = "127.0.0.1:4242" });
        Assert.Equal(new EngineAddress("127.0.0.1", 4242), server.Host.Service.Engine);
    }
}
