using System.Net;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Tests.Testing;
using Clawdbot.Loader.Tests.Testing;
using Clawdbot.Readiness.Tests.Testing;

namespace Clawdbot.Readiness.Tests;

/// <summary>C9, item 10: the probe beside the gate.</summary>
public sealed class StorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StorageTests()
    {
        Directory.CreateDirectory(_folder.Of("models"));
        Sandbox.Give(_folder.Path);
    }

    private string Models => _folder.Of("models");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_seen_through_a_mount_that_takes_nothing()
    {
        using var view = new ReadOnlyView(Models, _folder.Of("servers"));
        var answer = await Probe(Models, view.View);
        Assert.True((bool)answer["pass"]!, answer.ToJsonString());
        Assert.Empty(Directory.GetFileSystemEntries(Models));
    }

    [Fact]
    public async Task Servers_that_could_write_fail_the_probe_and_nothing_is_left_behind()
    {
        var answer = await Probe(Models, Models);
        Assert.False((bool)answer["pass"]!);
        Assert.EndsWith("models lets servers write", (string?)answer["detail"], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Models));
    }

    [Fact]
    public async Task A_storage_that_cannot_be_written_fails_the_probe()
    {
        using var view = new ReadOnlyView(Models, _folder.Of("servers"));
        var answer = await Probe(view.View, view.View);
        Assert.False((bool)answer["pass"]!);
        Assert.StartsWith("write, read and delete failed: ", (string?)answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_see_another_storage_fail_the_probe()
    {
        Directory.CreateDirectory(_folder.Of("other"));
        var answer = await Probe(Models, _folder.Of("other"));
        Assert.False((bool)answer["pass"]!);
        Assert.Empty(Directory.GetFileSystemEntries(Models));
    }

    /// <summary>Asks twice, because the gate may; and waits for the end that comes by itself.</summary>
    private async Task<JsonNode> Probe(string writable, string readOnly)
    {
        var port = FreePorts.One();
        using var run = ProgramRun.Start("storage", new JsonObject
        {
            ["deadlineSeconds"] = 3,
            ["storage"] = new JsonObject { ["port"] = port, ["writableDirectory"] = writable, ["readOnlyDirectory"] = readOnly },
        }, _folder);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };
        var first = await Ask(http);
        Assert.Equal((bool)first["pass"]!, (bool)(await Ask(http))["pass"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/other", UriKind.Relative))).StatusCode);
        await run.End();
        Assert.Equal(0, run.ExitCode);
        return first;
    }

    private static async Task<JsonNode> Ask(HttpClient http)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return JsonNode.Parse(await http.GetStringAsync(new Uri("/storage", UriKind.Relative)))!;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }
}
