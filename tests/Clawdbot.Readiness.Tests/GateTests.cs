using System.Text.Json.Nodes;
using Clawdbot.Infra.Tests.Etcd.Real;
using Clawdbot.Loader.Tests.Testing;
using Clawdbot.Readiness.Tests.Testing;

namespace Clawdbot.Readiness.Tests;

/// <summary>C9: twelve items, and the mode that depends on them, in real etcd with TLS and users.</summary>
public sealed class GateTests(LiveEtcd etcd) : ReadinessTest, IClassFixture<LiveEtcd>
{
    private readonly string _key = $"/clawdbot/mode-{Guid.NewGuid():N}";

    [Fact]
    public async Task When_all_items_hold_the_mode_becomes_production()
    {
        using var run = await Run();
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Equal(Enumerable.Range(1, 12), run.Result["items"]!.AsArray().Select(item => (int)item!["number"]!));
        Assert.Equal("production", (string?)run.Result["mode"]);
        Assert.Equal("production", await etcd.Get(_key));
        Assert.Equal(12, run.Log.Split('\n').Count(line => line.Contains("  pass  ", StringComparison.Ordinal)));
        Assert.InRange(Platform.MostAtOnce, 20, 100);
        AssertNoSecrets(run);
    }

    [Fact]
    public async Task One_certificate_about_to_end_fails_item_1() => await Fails(1, "its renewal fails", settings => settings["gateway"]!["certificateHours"] = 48);

    [Fact]
    public async Task Two_a_missing_model_fails_item_2()
    {
        Platform.Models.Remove("qwen2:7b");
        await Fails(2, "not listed: qwen2:7b");
    }

    [Fact]
    public async Task Three_fuller_cards_than_planned_fail_item_3()
    {
        Platform.MemoryShare = "0.97";
        await Fails(3, "a10 uses 97 % of a card's memory, planned 85 %");
    }

    [Fact]
    public async Task Four_a_node_that_is_not_ready_fails_item_4()
    {
        Platform.NodeState = "DEGRADED";
        await Fails(4, "qwen: b is DEGRADED");
    }

    [Fact]
    public async Task Five_errors_under_load_fail_item_5()
    {
        Platform.ErrorEvery = 20;
        await Fails(5, "6 of 120 messages failed, 5 %, allowed less than 0.5 % at 100 at once: 6 x status 500");
    }

    [Fact]
    public async Task Six_slow_answers_fail_item_6()
    {
        Platform.DelayMilliseconds = 300;
        await Fails(6, "allowed 250 ms, 8 at once", settings =>
        {
            settings["models"]![1]!["targetMilliseconds"] = 250;
            settings["load"]!["messages"] = 100;
        });
    }

    [Fact]
    public async Task Seven_another_context_than_declared_fails_item_7()
    {
        Platform.Models["qwen3:32b"] = 8192;
        await Fails(7, "qwen3:32b declares 24576 tokens, /v1/models says 8192");
    }

    [Fact]
    public async Task Eight_an_accepted_unsigned_token_fails_item_8()
    {
        Platform.AcceptsUnsigned = true;
        await Fails(8, "an unsigned token (alg none) gets 200, expected 401");
    }

    [Fact]
    public async Task Nine_a_dead_member_fails_item_9() =>
        await Fails(9, "https://127.0.0.1:1", settings => settings["checks"]!["etcd"]!["endpoints"]![2] = "https://127.0.0.1:1");

    [Fact]
    public async Task Ten_a_storage_that_fails_its_probe_fails_item_10()
    {
        Platform.StoragePasses = false;
        await Fails(10, "probed");
    }

    [Fact]
    public async Task Eleven_a_script_that_cannot_be_executed_fails_item_11()
    {
        File.SetUnixFileMode(Script, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await Fails(11, "is not executable for everybody");
    }

    [Fact]
    public async Task Twelve_a_router_that_is_not_up_fails_item_12()
    {
        Platform.Up = "0";
        await Fails(12, """clawdbot_router_up{job="clawdbot"} is not 1 for 1 of 1 Routers""");
    }

    [Fact]
    public async Task A_mode_that_a_person_changes_during_the_checks_stands()
    {
        await etcd.Put(_key, "maintenance");
        Platform.FirstChat = () => etcd.Put(_key, "maintenance");
        using var run = await Run();
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.FailedItems);
        Assert.Contains("somebody else changed", run.Log, StringComparison.Ordinal);
        Assert.Equal("maintenance", await etcd.Get(_key));
    }

    [Fact]
    public async Task Time_that_is_over_is_maintenance()
    {
        await etcd.Put(_key, "production");
        Platform.Fault = "silent";
        using var run = await Run(settings => settings["deadlineSeconds"] = 5);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([5, 6], run.FailedItems);
        Assert.Contains("the time for all items was over", run.Log, StringComparison.Ordinal);
        Assert.Equal("maintenance", await etcd.Get(_key));
    }

    /// <summary>The item fails alone, says why, and a system in production goes to maintenance.</summary>
    private async Task Fails(int item, string detail, Action<JsonObject>? change = null)
    {
        await etcd.Put(_key, "production");
        using var run = await Run(change);
        Assert.True(run.ExitCode == 1, run.Log);
        Assert.True(run.FailedItems.SequenceEqual([item]), run.Log);
        Assert.Contains(detail, (string?)run.Result["items"]![item - 1]!["detail"], StringComparison.Ordinal);
        Assert.Equal("maintenance", (string?)run.Result["mode"]);
        Assert.Equal("maintenance", await etcd.Get(_key));
        AssertNoSecrets(run);
    }

    private static void AssertNoSecrets(ProgramRun run) => Assert.All(
        [.. FakePlatform.Token.Split('.'), RealCluster.Password("operator")], secret => Assert.DoesNotContain(secret, run.Log, StringComparison.Ordinal));

    private Task<ProgramRun> Run(Action<JsonObject>? change = null)
    {
        var settings = LoadSettings();
        settings["checks"] = new JsonObject
        {
            ["itemSeconds"] = 15,
            ["patienceSeconds"] = 0,
            ["prometheusUrl"] = Platform.InsideUrl,
            ["routerJob"] = "clawdbot",
            ["gpus"] = new JsonArray(new JsonObject { ["sku"] = "a10", ["memoryLimit"] = 0.85 }),
            ["routerStatusUrl"] = $"{Platform.InsideUrl}/status",
            ["routerHealthUrl"] = $"{Platform.InsideUrl}/livez",
            ["pools"] = new JsonArray(new JsonObject { ["name"] = "qwen", ["nodes"] = 2 }),
            ["etcd"] = new JsonObject
            {
                ["endpoints"] = new JsonArray([.. etcd.Cluster.Members.Select(member => JsonValue.Create(member.ClientUrl))]),
                ["certificateDirectory"] = Copy(etcd.Cluster.Certificate("operator"), "etcd-tls"),
                ["credentialsDirectory"] = Credentials(),
                ["modeKey"] = _key,
            },
            ["storageUrl"] = $"{Platform.InsideUrl}/storage",
            ["script"] = Script,
        };
        change?.Invoke(settings);
        Sandbox.Give(Folder.Path);
        return ProgramRun.Finish("gate", settings, Folder);
    }

    private string Credentials()
    {
        Directory.CreateDirectory(Folder.Of("etcd-credentials"));
        File.WriteAllText(Folder.Of("etcd-credentials", "username"), "operator");
        File.WriteAllText(Folder.Of("etcd-credentials", "password"), RealCluster.Password("operator"));
        return Folder.Of("etcd-credentials");
    }

    private string Copy(string from, string name)
    {
        Directory.CreateDirectory(Folder.Of(name));
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Folder.Of(name, Path.GetFileName(file)), overwrite: true);
        return Folder.Of(name);
    }
}
