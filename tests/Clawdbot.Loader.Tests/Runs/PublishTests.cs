using System.Text.Json.Nodes;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Runs;

/// <summary>C7: a model revision is verified and published in one step, and readable only.</summary>
public sealed class PublishTests : HubTest
{
    [Fact]
    public async Task Publishes_the_wanted_files_of_a_commit()
    {
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.Contains("4 of 7 files", run.Log, StringComparison.Ordinal);
        Assert.Matches(@"progress 100\.0 %: fetched 5000\d\d of 5000\d\d bytes in \d+\.\d s, \d+\.\d MB/s", run.Log);
        Assert.Contains($"published: {Target}", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Log);
    }

    [Fact]
    public async Task The_checksums_are_those_that_sha256sum_computes()
    {
        using var run = await Load();
        Sandbox.Require("sh", "-c", $"cd '{Target}' && sha256sum --check --strict --quiet SHA256SUMS");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Target, "manifest.json")))!;
        Assert.Equal((Hub.Model, Hub.Commit, Hub.Commit), ((string?)manifest["model"], (string?)manifest["revision"], (string?)manifest["resolved"]));
        Assert.Equal(Hub.Wanted, manifest["files"]!.AsArray().Select(file => (string)file!["path"]!));
        Assert.Equal(Hub.Sha256(Hub.Files["config.json"]), (string?)manifest["files"]![0]!["sha256"]);
    }

    [Fact]
    public async Task Nobody_can_write_into_what_is_published()
    {
        using var run = await Load();
        Assert.All(Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories), file => Assert.Equal("444", Convert.ToString((int)File.GetUnixFileMode(file), 8)));
        Assert.All([Target, Path.Combine(Target, "tokenizer")], folder => Assert.Equal("555", Convert.ToString((int)File.GetUnixFileMode(folder), 8)));
    }

    [Fact]
    public async Task A_second_run_asks_nobody_and_ends()
    {
        using var first = await Load();
        Hub.Api.Requests.Clear();
        using var second = await Load();
        Assert.Equal(0, second.ExitCode);
        Assert.Contains($"already published: {Target}", second.Log, StringComparison.Ordinal);
        Assert.Empty(Hub.Api.Requests);
    }

    [Fact]
    public async Task A_run_that_was_killed_right_after_the_rename_is_made_up_for()
    {
        using var first = await Load();
        File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var second = await Load();
        Assert.Equal("555", Convert.ToString((int)File.GetUnixFileMode(Target), 8));
    }

    [Fact]
    public async Task A_branch_is_resolved_to_its_commit()
    {
        using var run = await Load(settings => settings["revision"] = "main");
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Contains($"'main' is the commit {Hub.Commit}; only a commit names the same files for ever", run.Log, StringComparison.Ordinal);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Root.Of("acme--tiny", "main", "manifest.json")))!;
        Assert.Equal(("main", Hub.Commit), ((string?)manifest["revision"], (string?)manifest["resolved"]));
    }

    [Fact]
    public async Task Storage_without_rename_gets_the_configuration_last_and_then_the_manifest()
    {
        Hub.Content.BytesPerSecond = 400_000;
        using var run = Begin(settings => settings["publish"] = "manifestLast");
        await Until(() => File.Exists(Path.Combine(Target, "model-00001-of-00002.safetensors")), run);
        Assert.False(File.Exists(Path.Combine(Target, "config.json")));
        await run.Kill();
        Assert.False(File.Exists(Path.Combine(Target, "manifest.json")));

        Hub.Content.BytesPerSecond = 0;
        using var second = await Load(settings => settings["publish"] = "manifestLast");
        Assert.True(second.ExitCode == 0, second.Log);
        Sandbox.Require("sh", "-c", $"cd '{Target}' && sha256sum --check --strict --quiet SHA256SUMS");
        Assert.True(File.Exists(Path.Combine(Target, "manifest.json")));
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 0)]
    public async Task A_published_model_is_read_again_when_that_is_wanted(bool recheck, int exitCode)
    {
        using var first = await Load();
        var file = Path.Combine(Target, "config.json");
        Sandbox.Require("sh", "-c", $"chmod u+w '{file}' && printf X | dd of='{file}' conv=notrunc 2>/dev/null");
        using var second = await Load(settings => settings["recheck"] = recheck);
        Assert.Equal(exitCode, second.ExitCode);
    }
}
