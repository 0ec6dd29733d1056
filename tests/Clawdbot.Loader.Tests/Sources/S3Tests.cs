using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Sources;

/// <summary>C7: models from S3, by signed requests and with checksums only.</summary>
public sealed class S3Tests : IAsyncLifetime
{
    private const string Weights = "model a+b.safetensors";

    private Bucket _bucket = null!;

    private TemporaryFolder Root { get; } = new();

    private TemporaryFolder Work { get; } = new();

    private static Dictionary<string, string> Keys { get; } = new() { ["AWS_ACCESS_KEY_ID"] = Bucket.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = Bucket.SecretKey };

    private string Target => Root.Of("acme--tiny", "v1");

    public async Task InitializeAsync()
    {
        _bucket = await Bucket.Start();
        _bucket.Objects["base/acme--tiny/v1/config.json"] = "{}"u8.ToArray();
        _bucket.Objects[$"base/acme--tiny/v1/{Weights}"] = Hub.Bytes(1, 300_000);
        _bucket.Objects["base/acme--tiny/v1/sub/tokenizer.json"] = "{}"u8.ToArray();
        _bucket.Objects["base/acme--tiny/v1/"] = [];
        _bucket.Objects["base/acme--tiny/v10/config.json"] = "other"u8.ToArray();
    }

    public async Task DisposeAsync()
    {
        await _bucket.DisposeAsync();
        Root.Dispose();
        Work.Dispose();
    }

    [Fact]
    public async Task Loads_by_the_list_of_checksums()
    {
        AddSums();
        (_bucket.Server.BreakAfter, _bucket.Server.Breaks) = (128 * 1024, 1);
        using var run = await Load(Keys);
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Equal(_bucket.Objects[$"base/acme--tiny/v1/{Weights}"], await File.ReadAllBytesAsync(Path.Combine(Target, Weights)));
        Assert.Equal(["SHA256SUMS", "config.json", "manifest.json", Weights, "sub"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(_bucket.Server.Requests, request => request.From > 0);
        Assert.DoesNotContain(Bucket.SecretKey, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loads_by_the_checksums_of_the_upload()
    {
        foreach (var (key, content) in _bucket.Objects)
            _bucket.Checksums[key] = Convert.ToBase64String(SHA256.HashData(content));
        using var run = await Load(Keys);
        Assert.True(run.ExitCode == 0, run.Log);
    }

    [Fact]
    public async Task Refuses_objects_whose_checksum_is_one_of_parts()
    {
        foreach (var key in _bucket.Objects.Keys)
            _bucket.Checksums[key] = "h7hzDCFMbDGGOUlHIKGbGeGqsvLEXUwKpKwRkXsPOZQ=-2";
        using var run = await Load(Keys);
        Assert.Equal(7, run.ExitCode);
        Assert.Contains("has no SHA-256; put SHA256SUMS below the prefix", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_object_that_is_not_what_the_list_says()
    {
        AddSums();
        _bucket.Objects[$"base/acme--tiny/v1/{Weights}"][7] ^= 1;
        using var run = await Load(Keys);
        Assert.Equal(5, run.ExitCode);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Gets_its_keys_from_the_pod_identity_agent()
    {
        AddSums();
        _bucket.SessionToken = "session/token==";
        var file = Work.Of("agent");
        await File.WriteAllTextAsync(file, "agent-token");
        using var run = await Load(new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{_bucket.Server.Address}credentials", ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = file });
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Single(_bucket.Server.Requests, request => request.Path == "/credentials");
        Assert.DoesNotContain("session/token", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_once()
    {
        AddSums();
        using var run = await Load(new() { ["AWS_ACCESS_KEY_ID"] = Bucket.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = "wrong" });
        Assert.Equal(4, run.ExitCode);
        Assert.Single(_bucket.Server.Requests);
    }

    [Theory]
    [InlineData("", "no AWS credentials")]
    [InlineData("http://10.0.0.1/credentials", "AWS_CONTAINER_CREDENTIALS_FULL_URI names 10.0.0.1")]
    public async Task Keys_from_nowhere_or_anywhere_are_refused(string agent, string message)
    {
        using var run = await Load(new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = agent });
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Log, StringComparison.Ordinal);
    }

    private void AddSums()
    {
        const string Prefix = "base/acme--tiny/v1/";
        var lines = _bucket.Objects.Where(entry => entry.Key.StartsWith(Prefix, StringComparison.Ordinal) && entry.Value.Length > 0)
            .Select(entry => $"{Hub.Sha256(entry.Value)} *./{entry.Key[Prefix.Length..]}\n");
        _bucket.Objects[$"{Prefix}SHA256SUMS"] = Encoding.UTF8.GetBytes(string.Concat(lines));
    }

    private Task<LoaderRun> Load(Dictionary<string, string> environment) => LoaderRun.Finish(new JsonObject
    {
        ["model"] = "acme/tiny",
        ["revision"] = "v1",
        ["root"] = Root.Path,
        ["source"] = new JsonObject { ["kind"] = "s3", ["bucket"] = Bucket.Name, ["prefix"] = "base/acme--tiny/v1", ["region"] = Bucket.Region, ["endpoint"] = _bucket.Server.Address.ToString() },
        ["include"] = new JsonArray("*.safetensors", "*.json"),
        ["retryMilliseconds"] = 20,
    }, Work, environment);
}
