using System.Text.Json.Nodes;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>A Hub, a folder in place of the storage, and another one for settings.</summary>
public abstract class HubTest : IAsyncLifetime
{
    protected Hub Hub { get; private set; } = null!;

    protected TemporaryFolder Root { get; } = new();

    protected TemporaryFolder Work { get; } = new();

    protected string Target => Root.Of("acme--tiny", Hub.Commit);

    protected string Incoming => Root.Of(".incoming", $"acme--tiny@{Hub.Commit}");

    public async Task InitializeAsync() => Hub = await Hub.Start();

    public async Task DisposeAsync()
    {
        await Hub.DisposeAsync();
        Root.Dispose();
        Work.Dispose();
    }

    protected JsonObject Settings(Action<JsonObject>? change = null)
    {
        var settings = Hub.Settings(Root);
        change?.Invoke(settings);
        return settings;
    }

    protected Task<LoaderRun> Load(Action<JsonObject>? change = null) => LoaderRun.Finish(Settings(change), Work);

    protected LoaderRun Begin(Action<JsonObject>? change = null) => LoaderRun.Start(Settings(change), Work);

    protected void AssertPublished()
    {
        foreach (var path in Hub.Wanted)
            Assert.True(Hub.Files[path].AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Target, path))), $"{path} differs");
        Assert.Equal(
            Hub.Wanted.Concat(["SHA256SUMS", "manifest.json"]).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Target, file)).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Root.Of(".incoming")));
    }

    protected void AssertNothingPublished() => Assert.False(Directory.Exists(Target));

    /// <summary>Waits until something is so.</summary>
    protected static async Task Until(Func<bool> condition, LoaderRun? run = null)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 1500, $"It did not happen within 15 s. {run?.Log}");
            await Task.Delay(10);
        }
    }
}
