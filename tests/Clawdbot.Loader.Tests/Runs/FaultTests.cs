using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Runs;

/// <summary>C7: what goes wrong on the way leaves nothing half-published, and costs no byte twice.</summary>
public sealed class FaultTests : HubTest
{
    private const string Large = "model-00001-of-00002.safetensors";

    [Fact]
    public async Task A_killed_run_is_continued_without_fetching_anything_twice()
    {
        Hub.Files[Large] = Hub.Bytes(5, 4_000_000);
        Hub.Content.BytesPerSecond = 1_500_000;
        using var first = Begin();
        var part = Path.Combine(Incoming, $"{Large}.part");
        await Until(() => new FileInfo(part) is { Exists: true, Length: > 1_000_000 } && File.Exists(Path.Combine(Incoming, "tokenizer", "vocab.txt")), first);
        await first.Kill();
        AssertNothingPublished();
        var there = new FileInfo(part).Length;
        Assert.InRange(there, 1_000_000, 3_900_000);
        var complete = Directory.EnumerateFiles(Incoming, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Incoming, file))
            .Where(file => !file.EndsWith(".part", StringComparison.Ordinal) && file[0] != '.').ToList();
        Assert.Contains("tokenizer/vocab.txt", complete);

        Hub.Content.BytesPerSecond = 0;
        Hub.Api.Requests.Clear();
        Hub.Content.Requests.Clear();
        using var second = await Load();
        Assert.True(second.ExitCode == 0, second.Log);
        AssertPublished();
        Assert.Equal([there], Hub.Content.Requests.Where(request => request.Path == $"/blob/{Large}").Select(request => request.From ?? 0));
        Assert.Contains($"{Large}: continues at byte {there} of 4000000", second.Log, StringComparison.Ordinal);
        Assert.All(complete, path => Assert.DoesNotContain(Hub.Downloads, request => request.Path.EndsWith(path, StringComparison.Ordinal)));
        Assert.Contains("which shows no sign of life", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_went_bad_is_found_out_and_fetched_again()
    {
        Directory.CreateDirectory(Incoming);
        await File.WriteAllBytesAsync(Path.Combine(Incoming, $"{Large}.part"), Hub.Bytes(6, 1000));
        Sandbox.Give(Root.Path);
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.Contains("fetching it again", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_name_but_without_a_record_is_read_again()
    {
        Directory.CreateDirectory(Incoming);
        await File.WriteAllBytesAsync(Path.Combine(Incoming, Large), Hub.Files[Large]);
        await File.WriteAllBytesAsync(Path.Combine(Incoming, "config.json"), new byte[Hub.Files["config.json"].Length]);
        Sandbox.Give(Root.Path);
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.DoesNotContain(Hub.Downloads, request => request.Path.EndsWith(Large, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Large)]
    [InlineData("config.json")]
    public async Task A_file_that_arrives_corrupt_once_is_fetched_again(string path)
    {
        Hub.Corruptions[path] = 1;
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.Contains($"{path}: expected ", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_always_arrives_corrupt_is_refused_with_both_checksums()
    {
        Hub.Corruptions[Large] = int.MaxValue;
        using var run = await Load();
        Assert.Equal(5, run.ExitCode);
        AssertNothingPublished();
        var wrong = (byte[])Hub.Files[Large].Clone();
        wrong[^1] ^= 1;
        Assert.Contains($"{Large}: expected sha256 {Hub.Sha256(Hub.Files[Large])}, got {Hub.Sha256(wrong)}; refused after 3 downloads, nothing was published (exit code 5)", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_continued_where_it_broke()
    {
        (Hub.Content.BreakAfter, Hub.Content.Breaks) = (128 * 1024, 2);
        using var run = await Load(settings => settings["parallelism"] = 1);
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
        Assert.Contains(Hub.Content.Requests, request => request.From > 0);
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_is_read_from_the_start()
    {
        Hub.Content.Ranges = false;
        (Hub.Content.BreakAfter, Hub.Content.Breaks) = (128 * 1024, 1);
        using var run = await Load(settings => settings["parallelism"] = 1);
        Assert.True(run.ExitCode == 0, run.Log);
        AssertPublished();
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(503, null)]
    [InlineData(500, null)]
    public async Task A_busy_source_is_asked_again(int status, string? retryAfter)
    {
        Hub.Fail(3, status, retryAfter);
        using var run = await Load();
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Contains($"answers {status}; next attempt in ", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_stays_away_is_given_up()
    {
        Hub.Fail(100, 503);
        using var run = await Load(settings => settings["attempts"] = 3);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("answers 503; gave up after 3 attempts (exit code 3)", run.Log, StringComparison.Ordinal);
        AssertNothingPublished();
    }

    [Fact]
    public async Task A_silent_connection_counts_as_broken()
    {
        Hub.Content.Silent = true;
        using var run = await Load(settings => (settings["stallSeconds"], settings["attempts"]) = (1, 2));
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("silent for 1 s", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_it_cleanly_and_gives_the_lease_back()
    {
        Hub.Content.BytesPerSecond = 100_000;
        using var run = Begin();
        await Until(() => File.Exists(Path.Combine(Incoming, $"{Large}.part")), run);
        run.Terminate();
        await run.End();
        Assert.Equal(143, run.ExitCode);
        AssertNothingPublished();
        Assert.Equal([Incoming], Directory.EnumerateFileSystemEntries(Root.Of(".incoming")));
        Hub.Content.BytesPerSecond = 0;
        using var second = await Load();
        Assert.True(second.ExitCode == 0, second.Log);
        Assert.DoesNotContain("waits for", second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_fetch_everything_once()
    {
        Hub.Content.BytesPerSecond = 600_000;
        using var first = Begin(settings => settings["leaseSeconds"] = 30);
        using var second = Begin(settings => settings["leaseSeconds"] = 30);
        await first.End();
        await second.End();
        Assert.True((first.ExitCode, second.ExitCode) == (0, 0), first.Log + second.Log);
        AssertPublished();
        Assert.All(Hub.Downloads.GroupBy(request => request.Path), requests => Assert.Single(requests));
        Assert.Single(new[] { first.Log, second.Log }, log => log.Contains("waits for the loader", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loader_that_was_taken_over_from_stops()
    {
        Hub.Content.BytesPerSecond = 100_000;
        using var run = Begin(settings => settings["leaseSeconds"] = 1);
        await Until(() => File.Exists(Path.Combine(Incoming, $"{Large}.part")), run);
        var lease = $"{Incoming}.lease";
        File.Delete(lease);
        await File.WriteAllTextAsync(lease, "another");
        await run.End();
        Assert.Equal(10, run.ExitCode);
        Assert.Equal("another", await File.ReadAllTextAsync(lease));
        AssertNothingPublished();
    }
}
