using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Tests.Server.Testing;

namespace Clawdbot.Policies.Tests.Server;

public sealed class PackWaiversTests : IDisposable
{
    private const string Waiver = """
        waivers:
          - rule: truthful
            resource: urn:pulumi:*::res
            reason: It is a test.
            owner: tests
            expires: "2999-12-31"
            stacks: [prod]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clawdbot-waivers-").FullName;

    [Theory]
    [InlineData("prod", 0)]
    [InlineData("staging", 1)]
    public async Task What_the_file_in_the_pack_s_folder_waives_for_a_stack_is_no_violation(string stack, int violations)
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        await File.WriteAllTextAsync(Path.Combine(_folder, "waivers.yaml"), Waiver);
        await server.Client.CallAsync<Empty>("Handshake", new HandshakeRequest { EngineAddress = "127.0.0.1:1", RootDirectory = Path.GetRelativePath(Environment.CurrentDirectory, _folder) });
        await server.Client.CallAsync<Empty>("ConfigureStack", new StackRequest { Stack = stack, Project = "p" });
        Assert.Equal(violations, (await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("{}"))).Diagnostics.Count);
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_never_passed_over()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var file = Path.Combine(_folder, "waivers.yaml");
        await File.WriteAllTextAsync(file, Waiver.Replace("rule: truthful", "rule: truthfull", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<EngineCallException>(() => server.Client.CallAsync<Empty>("Handshake", new HandshakeRequest { RootDirectory = _folder }));
        Assert.Equal(9, refused.Status);
        Assert.Equal(
            $"CB5004: waivers[0].rule in {file} is 'truthfull'; allowed: a rule of docs/policies.md. Did you mean 'truthful'? Correct the waiver.", refused.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_never_passed_over()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        var file = Directory.CreateDirectory(Path.Combine(_folder, "waivers.yaml")).FullName;
        var refused = await Assert.ThrowsAsync<EngineCallException>(() => server.Client.CallAsync<Empty>("Handshake", new HandshakeRequest { RootDirectory = _folder }));
        Assert.Equal(
            $"CB5003: {file} is not readable; allowed: a file that the pack may read. Correct its permissions, or remove it when nothing is waived.", refused.Message);
    }

    [Fact]
    public async Task Without_a_file_nothing_is_waived()
    {
        await using var server = await RunningServer.StartAsync(TestRules.Truthful);
        await server.Client.CallAsync<Empty>("Handshake", new HandshakeRequest { RootDirectory = _folder });
        Assert.Single((await server.Client.CallAsync<AnalyzeResponse>("Analyze", Requests.Simple("{}"))).Diagnostics);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
