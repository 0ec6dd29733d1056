using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Runs;

/// <summary>C7: a full disk is said in figures, and publishes nothing.</summary>
public sealed class FullDiskTests : HubTest
{
    private const string Large = "model-00001-of-00002.safetensors";

    [Fact]
    public async Task Too_little_space_is_found_before_anything_is_fetched()
    {
        using var disk = new SmallDisk(Root.Path, 256);
        using var run = await Load();
        Assert.Equal(6, run.ExitCode);
        var needed = Hub.Wanted.Sum(path => Hub.Files[path].Length);
        Assert.Contains($"too little space in {Root.Path}: {needed} bytes are needed ({needed} bytes), ", run.Log, StringComparison.Ordinal);
        Assert.Contains("nothing was fetched. Enlarge the volume or remove old revisions (exit code 6)", run.Log, StringComparison.Ordinal);
        Assert.Empty(Hub.Downloads);
        AssertNothingPublished();
    }

    [Fact]
    public async Task A_disk_that_fills_meanwhile_ends_the_run_and_the_next_one_continues()
    {
        Hub.Files[Large] = Hub.Bytes(7, 3_000_000);
        Hub.Content.BytesPerSecond = 2_000_000;
        using var disk = new SmallDisk(Root.Path, 4096);
        using var run = Begin();
        var part = Path.Combine(Incoming, $"{Large}.part");
        await Until(() => new FileInfo(part) is { Exists: true, Length: > 500_000 }, run);
        var other = Root.Of("other");
        Assert.Throws<IOException>(() => File.WriteAllBytes(other, new byte[4_000_000]));
        await run.End();
        Assert.Equal(6, run.ExitCode);
        Assert.Matches(@"too little space in \S+: \d+ bytes are needed \(\S+ \w+\), \d+ are free \(\S+ \w+\); .*what has arrived is kept, and the next run continues", run.Log);
        AssertNothingPublished();

        File.Delete(other);
        Hub.Content.BytesPerSecond = 0;
        using var second = await Load();
        Assert.True(second.ExitCode == 0, second.Log);
        AssertPublished();
        Assert.Contains($"{Large}: continues at byte ", second.Log, StringComparison.Ordinal);
    }
}
