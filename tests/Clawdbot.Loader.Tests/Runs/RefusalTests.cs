using System.Text.Json.Nodes;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Runs;

/// <summary>C7, C9: what is hostile, foreign or secret stays out.</summary>
public sealed class RefusalTests : HubTest
{
    [Theory]
    [InlineData("../escape.json", "has empty, '.' or '..' parts")]
    [InlineData("a/../../escape.json", "has empty, '.' or '..' parts")]
    [InlineData("/etc/escape.json", "is absolute")]
    [InlineData("a//b.json", "has empty, '.' or '..' parts")]
    [InlineData("a\\..\\escape.json", "has a backslash")]
    [InlineData("a\nerror b.json", "has control characters")]
    [InlineData(".hidden/x.json", "has a hidden part")]
    public async Task Names_that_lead_elsewhere_are_refused(string path, string reason)
    {
        Hub.Files[path] = "{}"u8.ToArray();
        using var run = await Load();
        Assert.Equal(7, run.ExitCode);
        Assert.Contains($"refused: the file name '{path.Replace('\n', ' ')}' {reason}; nothing was published (exit code 7)", run.Log, StringComparison.Ordinal);
        Assert.Empty(Hub.Downloads);
        AssertNothingPublished();
        Assert.False(File.Exists(Path.Combine(Path.GetTempPath(), "escape.json")));
    }

    [Fact]
    public async Task A_name_that_is_a_file_and_a_folder_is_refused()
    {
        Hub.Files["config.json/x.json"] = "{}"u8.ToArray();
        using var run = await Load();
        Assert.Equal(7, run.ExitCode);
        Assert.Contains("'config.json' is listed as a file and as a folder", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_wanted_file_is_refused()
    {
        using var run = await Load(settings => settings["include"] = new JsonArray("*.gguf"));
        Assert.Equal(7, run.ExitCode);
        Assert.Contains("the source lists no wanted file", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_continues_elsewhere_is_refused()
    {
        Hub.NextPageAt = Hub.Content.Address.ToString();
        using var run = await Load();
        Assert.Equal(7, run.ExitCode);
        Assert.Contains("refused: the list of files continues at", run.Log, StringComparison.Ordinal);
        Assert.Empty(Hub.Content.Requests);
    }

    [Fact]
    public async Task The_token_goes_to_the_hub_only_and_never_to_the_log()
    {
        Hub.Gated = true;
        Hub.Fail(1, 503);
        using var run = await Load(WithToken);
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.All(Hub.Api.Requests, request => Assert.Equal($"Bearer {Hub.Token}", request.Authorization));
        Assert.NotEmpty(Hub.Content.Requests);
        Assert.All(Hub.Content.Requests, request => Assert.Equal("", request.Authorization));
        Assert.DoesNotContain(Hub.Token, run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("alsosecret", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_final()
    {
        Hub.Gated = true;
        using var run = await Load(settings =>
        {
            WithToken(settings);
            File.WriteAllText(Work.Of("token"), "hf_wrongtoken\n");
        });
        Assert.Equal(4, run.ExitCode);
        Assert.Contains("answers 401: the credentials may not read it, or it does not exist", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("hf_wrongtoken", run.Log, StringComparison.Ordinal);
        Assert.Single(Hub.Api.Requests);
    }

    [Fact]
    public async Task A_token_does_not_travel_without_encryption()
    {
        using var run = await Load(settings =>
        {
            WithToken(settings);
            settings["source"]!["endpoint"] = "http://hub.example.com";
        });
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("a token must not travel without https", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_the_storage_is_not_followed()
    {
        Directory.CreateSymbolicLink(Root.Of(".incoming"), Work.Path);
        using var run = await Load();
        Assert.Equal(8, run.ExitCode);
        Assert.Contains($"refused: {Root.Of(".incoming")} is a symbolic link", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "config.json"), "theirs");
        Sandbox.Give(Root.Path);
        using var run = await Load();
        Assert.Equal(9, run.ExitCode);
        Assert.Contains("has no readable manifest.json; this loader did not publish it so", run.Log, StringComparison.Ordinal);
        Assert.Equal("theirs", await File.ReadAllTextAsync(Path.Combine(Target, "config.json")));
    }

    [Fact]
    public async Task A_published_model_that_lost_a_file_is_not_taken_for_good()
    {
        using var first = await Load();
        Sandbox.Require("sh", "-c", $"chmod u+w '{Target}' && rm -f '{Target}/config.json'");
        using var second = await Load();
        Assert.Equal(9, second.ExitCode);
        Assert.Contains($"lacks 'config.json' of {Hub.Files["config.json"].Length} bytes", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_it_may_not_write_is_said_to_be_so()
    {
        Sandbox.Require("chmod", "0555", Root.Path);
        using var run = await Load();
        Assert.Equal(8, run.ExitCode);
        Assert.Contains("must be writable for user", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model", "\"tiny\"", "model is 'tiny'; allowed: <organisation>/<name>")]
    [InlineData("revision", "\"../x\"", "revision is '../x'; allowed: a commit, tag or branch without '/'")]
    [InlineData("root", "\"models\"", "root is 'models'; allowed: an absolute path")]
    [InlineData("publish", "\"copy\"", "publish is 'copy'; allowed: rename, manifestLast")]
    [InlineData("include", "[]", "include is empty; allowed: at least one pattern")]
    [InlineData("parallelism", "0", "a number is 0; allowed: 1 and more")]
    [InlineData("source", """{"kind":"ftp"}""", "source.kind is 'ftp'; allowed: huggingFace, s3, localFolder")]
    [InlineData("colour", "1", "cannot read the settings")]
    public async Task Settings_that_make_no_sense_are_refused(string key, string value, string message)
    {
        using var run = await Load(settings => settings[key] = JsonNode.Parse(value));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Log, StringComparison.Ordinal);
    }

    private void WithToken(JsonObject settings)
    {
        File.WriteAllText(Work.Of("token"), $"{Hub.Token}\n");
        settings["source"]!["tokenFile"] = Work.Of("token");
    }
}
