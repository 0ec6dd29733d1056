using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;
using Clawdbot.Stacks.Settings;
using Clawdbot.Stacks.Tests.Testing;

namespace Clawdbot.Stacks.Tests.Settings;

/// <summary>The key <c>autoscale</c> of a pool (B4).</summary>
public sealed class AutoscaleSettingsTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";

    [Fact]
    public void A_pool_without_the_key_has_a_fixed_number_of_servers()
    {
        Assert.Null(Assert.Single(Configuration.Of("onprem").Parse().Pools).MaxReplicas);
        Assert.Empty(PoolPlanner.Scalers([Entry(null)], Configuration.Of("onprem").Parse().Pools));
    }

    [Fact]
    public void An_empty_object_takes_the_figures_of_B4()
    {
        var pool = Assert.Single(Parse(new JsonObject(), replicas: 2, nodes: 4));
        Assert.Equal((2, 4), (pool.Replicas, pool.MaxReplicas));
        var scaler = Assert.Single(PoolPlanner.Scalers([Entry(Default)], [pool]));
        Assert.Equal((1, 4, 60, false), (scaler.MinReplicas, scaler.MaxReplicas, scaler.CooldownSeconds, scaler.WakeOnGatewayQueue));
        Assert.Same(pool, scaler.Pool);
    }

    [Fact]
    public void Reads_every_key()
    {
        List<Diagnostic> errors = [];
        using var document = System.Text.Json.JsonDocument.Parse("""
            {"autoscale": {"minReplicas": 0, "maxReplicas": 6, "waitingPerReplica": 30, "waitingToShrink": 5,
             "cooldownSeconds": 90, "shrinkAfterSeconds": 900, "wakeOnGatewayQueue": true}}
            """);
        var read = PoolReader.Read(new SettingsObject("pool", document.RootElement, PoolReader.Keys, "file", errors)).Autoscale;
        Assert.Equal(
            new AutoscaleSettings
            {
                MinReplicas = 0,
                MaxReplicas = 6,
                WaitingPerReplica = 30,
                WaitingToShrink = 5,
                CooldownSeconds = 90,
                ShrinkAfterSeconds = 900,
                WakeOnGatewayQueue = true,
            },
            read);
        Assert.DoesNotContain(errors, error => error.Subject.Contains("autoscale", StringComparison.Ordinal));
    }

    [Fact]
    public void Pools_on_the_same_nodes_leave_room_for_the_most_servers_of_the_others()
    {
        var configuration = Configuration.Of("prod");
        ((JsonObject)configuration["pools"]![2]!)["sku"] = "a100-80";
        configuration["pools"]![2]!["vllm"]!["tensorParallelSize"] = 2;
        configuration["pools"]![2]!["autoscale"] = new JsonObject { ["maxReplicas"] = 5 };
        configuration["pools"]![2]!["drainSeconds"] = 120;
        configuration["production"] = false;
        Assert.Equal(10, configuration.Parse().Pools[1].Nodes.GpusUsedByOthers);
    }

    [Fact]
    public void Rejects_what_does_not_fit_where_it_is_written() => Rejects(
        new JsonObject { ["maxReplicas"] = 5 },
        $"CB2008: clawdbot:pools[0].autoscale.maxReplicas is 5; allowed: at most 4: 4 a10 nodes of 2 GPUs, 2 per replica, 0 used by other pools. {Here}");

    [Fact]
    public void Rejects_fewer_servers_at_most_than_planned() => Rejects(
        new JsonObject { ["maxReplicas"] = 1 },
        $"CB1005: clawdbot:pools[0].autoscale.maxReplicas is 1; allowed: at least 2, the servers that replicas or the goal asks for. {Here}");

    [Fact]
    public void Rejects_a_number_of_servers_that_nobody_runs() => Rejects(
        new JsonObject { ["maxReplicas"] = 0 },
        $"CB2002: clawdbot:pools[0].autoscale.maxReplicas is 0; allowed: 1 to 64. {Here}");

    [Fact]
    public void Rejects_rules_of_the_scaler_and_unknown_keys_together() => Rejects(
        new JsonObject { ["minReplicas"] = 0, ["maxReplica"] = 3 },
        "CB1001: clawdbot:pools[0].autoscale.maxReplica is not a setting; allowed: minReplicas, maxReplicas, waitingPerReplica, waitingToShrink, cooldownSeconds, shrinkAfterSeconds, wakeOnGatewayQueue. Did you mean 'maxReplicas'? Correct it in stacks/Pulumi.test.yaml.",
        $"CB2702: clawdbot:pools[0].autoscale.minReplicas is 0; allowed: 1 and more, or wakeOnGatewayQueue true. vLLM's queue is gone with its last server, so only the Router's queue can start the next one. {Here}");

    [Fact]
    public void Rejects_a_drain_that_would_cut_answers_at_its_own_key() => Rejects(
        new JsonObject(),
        configuration => configuration.Pool["drainSeconds"] = 30,
        $"CB2706: clawdbot:pools[0].drainSeconds is 30; allowed: at least 60, the seconds of a whole request in the gateway. An autoscaled pool stops servers every day, and an answer that outlives the drain is cut. {Here}");

    [Fact]
    public void Rejects_autoscaling_on_one_machine()
    {
        var configuration = Configuration.Of("local");
        configuration.Pool["autoscale"] = new JsonObject { ["maxReplicas"] = 1 };
        configuration.Pool["drainSeconds"] = 60;
        Assert.Equal(
            $"CB1005: clawdbot:pools[0].autoscale is set; allowed: no autoscale with clawdbot:cluster kind 'docker'. Docker runs one server. {Here}",
            Assert.Throws<DiagnosticException>(configuration.Parse).Message);
    }

    private static AutoscaleSettings Default { get; } = new() { MinReplicas = 1, MaxReplicas = 4, CooldownSeconds = 60, WakeOnGatewayQueue = false };

    private static PoolSettings Entry(AutoscaleSettings? autoscale) => new()
    {
        Name = (string)Configuration.Of("onprem").Pool["name"]!,
        Model = new ModelReference("o/m", "r"),
        Sku = "a10",
        Goal = new() { ContextTokens = 1, ConcurrentRequests = 1, PromptTokens = 1, AnswerTokens = 1 },
        ServedModelName = "m",
        Vllm = new(),
        Autoscale = autoscale,
    };

    private static ImmutableArray<ModelPoolSpec> Parse(JsonObject autoscale, int replicas, int nodes) => Vary(autoscale, replicas, nodes).Parse().Pools;

    private static Configuration Vary(JsonObject autoscale, int replicas, int nodes)
    {
        var configuration = Configuration.Of("onprem");
        configuration["assistant"] = new JsonObject { ["maxConcurrent"] = 1, ["subagents"] = 1 };
        configuration["gpuNodes"]![0]!["count"] = nodes;
        configuration.Pool["replicas"] = replicas;
        configuration.Pool["drainSeconds"] = 120;
        configuration.Pool["autoscale"] = autoscale;
        // The rules between components have tests of their own.
        configuration["production"] = false;
        configuration["gateway"]!["inFlight"] = 34;
        return configuration;
    }

    private static void Rejects(JsonObject autoscale, params string[] messages) => Rejects(autoscale, _ => { }, messages);

    private static void Rejects(JsonObject autoscale, Action<Configuration> change, params string[] messages)
    {
        var configuration = Vary(autoscale, replicas: 2, nodes: 4);
        change(configuration);
        Assert.Equal(messages, Assert.Throws<DiagnosticException>(configuration.Parse).Message.Split('\n'));
    }
}
