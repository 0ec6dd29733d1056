using System.Text.Json.Nodes;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Sources;

/// <summary>C7: models from a mounted folder, for networks without a way out.</summary>
public sealed class LocalFolderTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly TemporaryFolder _work = new();
    private readonly TemporaryFolder _source = new();

    public LocalFolderTests()
    {
        File.WriteAllText(_source.Of("config.json"), "{}");
        Directory.CreateDirectory(_source.Of("sub"));
        File.WriteAllBytes(_source.Of("sub", "model.safetensors"), Hub.Bytes(1, 200_000));
        File.WriteAllText(_source.Of("notes.md"), "");
        Sandbox.Give(_source.Path);
    }

    private string Target => _root.Of("acme--tiny", "v1");

    public void Dispose()
    {
        _root.Dispose();
        _work.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task Loads_by_the_list_of_checksums()
    {
        Sandbox.Require("sh", "-c", $"cd '{_source.Path}' && find . -type f ! -name SHA256SUMS -exec sha256sum {{}} + > SHA256SUMS");
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        Sandbox.Require("sh", "-c", $"cd '{Target}' && sha256sum --check --strict --quiet SHA256SUMS && cmp sub/model.safetensors '{_source.Of("sub", "model.safetensors")}'");
        Assert.DoesNotContain("warning", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loads_without_a_list_and_says_so()
    {
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Contains("has no SHA256SUMS: its files are taken as they are", run.Log, StringComparison.Ordinal);
        Sandbox.Require("sh", "-c", $"cd '{Target}' && sha256sum --check --strict --quiet SHA256SUMS");
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  config.json\n", 7, "SHA256SUMS does not list 'sub/model.safetensors'")]
    [InlineData("not a checksum\n", 7, "has a line that sha256sum would not write: 'not a checksum'")]
    public async Task Refuses_a_list_that_is_of_no_use(string list, int exitCode, string message)
    {
        await File.WriteAllTextAsync(_source.Of("SHA256SUMS"), list);
        using var run = await Load();
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_what_the_list_says()
    {
        await File.WriteAllTextAsync(_source.Of("SHA256SUMS"), $"{new string('0', 64)}  config.json\n{new string('0', 64)}  sub/model.safetensors\n");
        using var run = await Load();
        Assert.Equal(5, run.ExitCode);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Does_not_follow_links()
    {
        File.CreateSymbolicLink(_source.Of("passwd.json"), "/etc/passwd");
        using var run = await Load();
        Assert.Equal(7, run.ExitCode);
        Assert.Contains("refused: 'passwd.json' is a symbolic link", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_final()
    {
        using var run = await Load("/nowhere");
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("there is no folder /nowhere", run.Log, StringComparison.Ordinal);
    }

    private Task<LoaderRun> Load(string? folder = null) => LoaderRun.Finish(new JsonObject
    {
        ["model"] = "acme/tiny",
        ["revision"] = "v1",
        ["root"] = _root.Path,
        ["source"] = new JsonObject { ["kind"] = "localFolder", ["path"] = folder ?? _source.Path },
        ["include"] = new JsonArray("*.safetensors", "*.json"),
        ["retryMilliseconds"] = 20,
    }, _work);
}
