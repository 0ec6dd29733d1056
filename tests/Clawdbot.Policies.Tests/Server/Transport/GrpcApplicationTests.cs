using System.Net.Http.Headers;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;
using Google.Protobuf;

namespace Clawdbot.Policies.Tests.Server.Transport;

public sealed class GrpcApplicationTests
{
    [Fact]
    public async Task A_good_answer_has_its_status_behind_the_message()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("GetPluginInfo", new ByteArrayContent(EngineClient.Frame([])));
        Assert.Equal((200, 0, "", false, "application/grpc"), (answer.Http, answer.Status, answer.Message, answer.IsTrailersOnly, answer.ContentType));
        Assert.Equal(PackIdentity.Version, PluginInfo.Parser.ParseFrom(answer.Body.AsSpan(5)).Version);
    }

    [Theory]
    [InlineData("Unheard", "There is no method /pulumirpc.Analyzer/Unheard.")]
    [InlineData("analyze", "There is no method /pulumirpc.Analyzer/analyze.")]
    [InlineData("/grpc.health.v1.Health/Check", "There is no method /grpc.health.v1.Health/Check.")]
    public async Task Unknown_methods_are_unimplemented(string method, string message)
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync(method, new ByteArrayContent(EngineClient.Frame([])));
        Assert.Equal((200, 12, message, true, 0), (answer.Http, answer.Status, answer.Message, answer.IsTrailersOnly, answer.Body.Length));
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("Analyze", new ByteArrayContent(EngineClient.Frame([0xFF, 0xFF])));
        Assert.Equal((13, "The message cannot be read: it is no Resource.", true), (answer.Status, answer.Message, answer.IsTrailersOnly));
    }

    [Fact]
    public async Task Properties_that_are_no_Struct_are_refused()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("Analyze", new ByteArrayContent(EngineClient.Frame(new Resource { Properties = ByteString.CopyFrom(0x0A, 0x05) }.ToByteArray())));
        Assert.Equal((13, "The message cannot be read: a value goes past the end of its message."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task An_unknown_encoding_is_unimplemented_and_the_known_ones_are_told()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("GetPluginInfo", new ByteArrayContent([1, 0, 0, 0, 0]), ("grpc-encoding", "snappy"));
        Assert.Equal((12, "The encoding of the message is 'snappy'; allowed: identity,gzip."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task A_message_that_announces_more_than_400_MiB_is_refused_at_once()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("Analyze", new ByteArrayContent([0, 0x19, 0, 0, 1]));
        Assert.Equal((8, "The message is larger than 419430400 bytes; allowed: at most that. Split the stack."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task The_caller_s_time_ends_a_call_whose_method_is_busy()
    {
        await using var server = await Start();
        var request = new ByteArrayContent(EngineClient.Frame(new Resource { Type = "simple:index:Resource" }.ToByteArray()));
        var answer = await server.Client.SendAsync("Analyze", request, ("grpc-timeout", "200m"));
        Assert.Equal((4, "The time of the call is over."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task The_caller_s_time_ends_a_call_whose_message_does_not_arrive()
    {
        await using var server = await Start();
        var answer = await server.Client.SendAsync("Analyze", new StalledContent(), ("grpc-timeout", "200m"));
        Assert.Equal((4, "The time of the call is over."), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("application/grpc+json", 415)]
    [InlineData("application/grpc+proto", 200)]
    [InlineData("application/grpc;x=y", 200)]
    public async Task Other_content_is_refused(string contentType, int status)
    {
        await using var server = await Start();
        var content = new ByteArrayContent(EngineClient.Frame([]));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        Assert.Equal(status, (await server.Client.SendAsync("GetPluginInfo", content)).Http);
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_disturb_the_others()
    {
        await using var server = await Start();
        using (var leaving = new EngineClient(server.Host.Port))
        {
            var call = leaving.SendAsync("Analyze", new StalledContent());
            await Task.Delay(100);
            leaving.Dispose();
            await Assert.ThrowsAnyAsync<Exception>(() => call);
        }

        Assert.Equal(PackIdentity.Version, (await server.Client.CallAsync<PluginInfo>("GetPluginInfo", new Empty())).Version);
    }

    private static Task<RunningServer> Start() => RunningServer.StartAsync(TestRules.Truthful, TestRules.Slow);

    private sealed class StalledContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 0, 9, 1 });
            await stream.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
