using System.Text.Json.Nodes;
using Clawdbot.Readiness.Tests.Testing;

namespace Clawdbot.Readiness.Tests;

/// <summary>B6: three short translations to one long summary, at a rate, with what a client owes a busy server.</summary>
public sealed class LoadTests : ReadinessTest
{
    [Fact]
    public async Task Good_answers_pass_and_are_measured()
    {
        using var run = await Run(("concurrency", 4), ("messages", 40));
        Assert.True(run.ExitCode == 0, run.Log);
        var result = run.Result;
        Assert.Equal((40, 0, true), ((int)result["messages"]!, (int)result["failed"]!, (bool)result["pass"]!));
        Assert.True((long)result["firstTokenMs"]!["p95"]! <= (long)result["answerMs"]!["p95"]!);
        Assert.Equal(["qwen3:32b", "qwen2:7b"], result["models"]!.AsArray().Select(model => (string)model!["name"]!));
        Assert.Equal(10, Platform.Prompts.Count(prompt => prompt.Contains("sum this up", StringComparison.Ordinal)));
        Assert.Equal(30, Platform.Prompts.Count(prompt => prompt.Contains("translate into", StringComparison.Ordinal)));
        Assert.Equal(40, Platform.Prompts.Distinct().Count());
        Assert.DoesNotContain(FakePlatform.Token, run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_sends_the_same_messages_and_another_one_does_not()
    {
        var sent = new List<string[]>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            Platform.Prompts.Clear();
            using var run = await Run(("concurrency", 2), ("messages", 8), ("seed", seed));
            sent.Add([.. Platform.Prompts.Order(StringComparer.Ordinal)]);
        }
        Assert.Equal(sent[0], sent[1]);
        Assert.NotEqual(sent[0], sent[2]);
    }

    [Fact]
    public async Task A_rate_is_kept_after_the_first_messages()
    {
        using var run = await Run(("concurrency", 10), ("seconds", 2), ("leastPerMinute", 300), ("mostPerMinute", 300), ("atOnce", 5));
        // Five at once, and every 200 ms one more while two seconds last.
        Assert.InRange((int)run.Result["messages"]!, 8, 15);
    }

    [Fact]
    public async Task It_comes_back_when_it_is_told_to()
    {
        Platform.Refusals = 6;
        using var run = await Run(("concurrency", 6), ("messages", 12));
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Equal(6, (int)run.Result["retries"]!);
        Assert.True((long)run.Result["answerMs"]!["p99"]! >= 1000, run.Log);
    }

    [Theory]
    [InlineData("broken", "stream broke off")]
    [InlineData("empty", "empty answer")]
    [InlineData("degraded", "no stream")]
    [InlineData("downgraded", "answered by another model")]
    public async Task An_answer_that_is_none_counts_as_failed(string fault, string error)
    {
        Platform.Fault = fault;
        using var run = await Run(("concurrency", 4), ("messages", 8));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"8 x {error}", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_gives_up_on_a_server_that_answers_nothing()
    {
        Platform.ErrorEvery = 1;
        using var run = await Run(("concurrency", 4), ("messages", 100_000));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("given up, none was answered", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unusable_settings_are_named_and_end_with_2()
    {
        using (var run = await Run(("sekonds", 1)))
            Assert.True(run.ExitCode == 2 && run.Log.Contains("sekonds", StringComparison.Ordinal), run.Log);
        var settings = LoadSettings();
        settings["gateway"]!["tokenFile"] = Folder.Of("nowhere");
        using (var run = await ProgramRun.Finish("load", settings, Folder))
            Assert.True(run.ExitCode == 2 && run.Log.Contains("nowhere cannot be read", StringComparison.Ordinal), run.Log);
        using (var run = await ProgramRun.Finish("dance", LoadSettings(), Folder))
            Assert.True(run.ExitCode == 2 && run.Log.Contains("usage:", StringComparison.Ordinal), run.Log);
    }

    private Task<ProgramRun> Run(params (string Key, JsonNode Value)[] load)
    {
        var settings = LoadSettings();
        foreach (var (key, value) in load)
            settings["load"]![key] = value;
        return ProgramRun.Finish("load", settings, Folder);
    }
}
