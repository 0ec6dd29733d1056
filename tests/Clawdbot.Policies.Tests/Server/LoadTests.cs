using System.Diagnostics;
using System.IO.Compression;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;
using Clawdbot.Policies.Values;
using Google.Protobuf;
using static Clawdbot.Policies.Tests.Server.Testing.PropertyValues;

namespace Clawdbot.Policies.Tests.Server;

public sealed class LoadTests
{
    [Fact]
    public async Task Five_hundred_calls_at_once_get_their_own_answers()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => server.Client.CallAsync<AnalyzeResponse>(
            "Analyze", Requests.Simple(i % 2 == 0 ? """{"value":true}""" : """{"value":false}""", $"res{i}"))));
        Assert.Equal(
            Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? "" : $"urn:pulumi:test::project::simple:index:Resource::res{i}"),
            answers.Select(answer => answer.Diagnostics.SingleOrDefault()?.Urn ?? ""));
    }

    [Fact]
    public async Task Configurations_and_checks_at_the_same_time_see_one_state_or_the_other()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var configure = Task.WhenAll(Enumerable.Range(0, 50).Select(i => server.Client.CallAsync<Empty>("Configure", Requests.Configure("truthful", i % 2))));
        var checks = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("{}"))));
        await configure;
        Assert.All(checks, check => Assert.InRange(Assert.Single(check.Diagnostics).Level, 0, 1));
    }

    [Fact]
    public async Task A_message_of_more_than_a_hundred_megabytes_is_checked()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Counted);
        var large = Requests.Simple(Map(("text", Text(new string('x', 1_100_000))))).Properties;
        var stack = new StackResources { Resources = { Enumerable.Range(0, 100).Select(i => new Resource { Name = $"res{i}", Urn = $"urn:{i}", Type = "t", Properties = large }) } };
        Assert.True(stack.CalculateSize() > 100_000_000);
        Assert.Equal(["", "urn:99"], (await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", stack)).Diagnostics.Select(d => d.Urn));
    }

    [Fact]
    public async Task A_large_answer_arrives_whole()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        await server.Client.CallAsync<Empty>("Configure", Requests.Configure("truthful", 3));
        var request = Requests.Simple(Map(("value", PropertyValue.Nothing), ("text", Text(new string('x', 20_000_000)))));
        var response = await server.Client.CallAsync<RemediateResponse>("Remediate", request);
        Assert.True(Assert.Single(response.Remediations).Properties.Length > 20_000_000);
    }

    [Fact]
    public async Task A_compressed_message_is_checked()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        using var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            writer.Write(Requests.Simple(Map(("text", Text(new string('x', 40_000_000))))).ToByteArray());
        }

        var frame = EngineClient.Frame(packed.ToArray());
        frame[0] = 1;
        var answer = await server.Client.SendAsync("Analyze", new ByteArrayContent(frame), ("grpc-encoding", "gzip"));
        Assert.Equal((0, 1), (answer.Status, AnalyzeResponse.Parser.ParseFrom(answer.Body.AsSpan(5)).Diagnostics.Count));
    }

    [Fact]
    public async Task Twenty_thousand_levels_are_refused_and_do_no_harm()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var refused = await Assert.ThrowsAsync<EngineCallException>(() => server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple(Nested(20_000))));
        Assert.Equal((13, "The message cannot be read: objects and lists are nested deeper than 4096 levels."), (refused.Status, refused.Message));
        Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("{}"))).Diagnostics);
    }

    [Fact]
    public async Task All_rules_stand_values_that_are_as_deep_as_is_allowed()
    {
        await using var server = await RunningServer.StartAsync([.. PolicyCatalogue.All]);
        var deep = Nested(4000);
        foreach (var (type, apiVersion, kind) in new[] { ("kubernetes:apps/v1:Deployment", "apps/v1", "Deployment"), ("kubernetes:core/v1:ConfigMap", "v1", "ConfigMap"), ("aws:eks/cluster:Cluster", "", "") })
        {
            var request = Requests.Simple(Map(
                ("apiVersion", Text(apiVersion)), ("kind", Text(kind)), ("metadata", Map(("name", Text("x")), ("annotations", deep))), ("data", deep),
                ("spec", Map(("template", Map(("spec", Map(("containers", new PropertyValue.List([deep])), ("volumes", deep), ("affinity", deep), ("securityContext", deep)))))))));
            request.Type = type;
            await server.Client.CallAsync<RemediateResponse>("Remediate", request);
            await server.Client.CallAsync<AnalyzeResponse>("Analyze", request);
            await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", new StackResources { Resources = { request } });
        }
    }

    [Fact]
    public async Task Ten_times_the_properties_take_about_ten_times_as_long()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Counted);
        async Task<double> Time(int count)
        {
            var properties = Requests.Simple(Map([.. Enumerable.Range(0, count).Select(i => ($"key{i}", Map(("a", Text("b")), ("c", PropertyValue.Nothing)) as PropertyValue))]));
            await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", new StackResources { Resources = { properties } });
            var watch = Stopwatch.StartNew();
            await server.Client.CallAsync<AnalyzeResponse>("AnalyzeStack", new StackResources { Resources = { properties } });
            return watch.Elapsed.TotalMilliseconds;
        }

        var small = await Time(5_000);
        Assert.InRange(await Time(50_000), 0, Math.Max(small, 20) * 40);
    }
}
