using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Autoscaling;

/// <summary>Requirement B4, and what its figures need to be safe.</summary>
public sealed class QueueScalerRulesTests
{
    private const string Remedy = "Change it.";

    [Fact]
    public void Accepts_the_defaults() => Assert.Empty(Check(Scalers.Spec));

    [Fact]
    public void Accepts_every_value_at_its_limit() => Assert.Empty(Check(Scalers.Spec with
    {
        MinReplicas = 3,
        WaitingPerReplica = Scalers.Spec.LongestQueue,
        WaitingToShrink = Scalers.Spec.LongestQueue / 2,
        CooldownSeconds = 1800,
        ShrinkAfterSeconds = Scalers.Spec.LoadSeconds,
    }));

    [Fact]
    public void Accepts_a_pool_that_sleeps_when_the_gateway_wakes_it() =>
        Assert.Empty(Check(Scalers.Spec with { MinReplicas = 0, WakeOnGatewayQueue = true }));

    [Fact]
    public void The_thresholds_are_those_of_B4_where_the_pool_answers_so_many_in_time()
    {
        var fast = Answering(requests: 64, seconds: 6);
        Assert.Equal((50, 10), (fast.Threshold, fast.ShrinkThreshold));
        Assert.Equal(576, fast.LongestQueue);
    }

    [Fact]
    public void A_slow_pool_grows_earlier()
    {
        var slow = Answering(requests: 8, seconds: 20);
        Assert.Equal((16, 16, 3), (slow.LongestQueue, slow.Threshold, slow.ShrinkThreshold));
        Assert.Empty(Check(slow));
    }

    [Fact]
    public void A_pool_slower_than_the_gateway_waits_still_has_thresholds()
    {
        var hopeless = Answering(requests: 8, seconds: 90);
        Assert.Equal((0, 2, 1), (hopeless.LongestQueue, hopeless.Threshold, hopeless.ShrinkThreshold));
    }

    [Fact]
    public void Shrinking_waits_for_a_load_and_for_a_drain()
    {
        var slow = Scalers.Spec with { Pool = Scalers.Spec.Pool.With(plan => plan with { Load = new LoadTimeEstimate([new TimeTerm("readWeights", 700.2, "")]) }) };
        Assert.Equal((701, 701, 150), (slow.LoadSeconds, slow.Stabilization, slow.ShrinkPeriodSeconds));
        Assert.Equal(300, Scalers.Spec.Stabilization);
        Assert.Equal(1000, (Scalers.Spec with { CooldownSeconds = 1000 }).ShrinkPeriodSeconds);
    }

    [Fact]
    public void Rejects_a_pool_with_a_fixed_number_of_servers() => Rejects(
        Scalers.Spec with { Pool = Pools.Spec },
        "CB2700: scaler.pool.maxReplicas is missing; allowed: at least 3, the planned servers. Without it the Deployment fixes the number of servers, and every update would undo what the scaler decided. Change it.");

    [Fact]
    public void Rejects_more_servers_at_least_than_at_most() => Rejects(
        Scalers.Spec with { MinReplicas = 5 },
        "CB2701: scaler.minReplicas is 5; allowed: at most maxReplicas, 4. Change it.");

    [Fact]
    public void Rejects_more_servers_at_least_than_planned() => Rejects(
        Scalers.Spec with { MinReplicas = 4 },
        "CB2701: scaler.minReplicas is 4; allowed: at most 3, the servers that replicas or the goal asks for. A pool that never has fewer servers is planned with them. Change it.");

    [Fact]
    public void Rejects_a_pool_that_sleeps_for_ever() => Rejects(
        Scalers.Spec with { MinReplicas = 0 },
        "CB2702: scaler.minReplicas is 0; allowed: 1 and more, or wakeOnGatewayQueue true. vLLM's queue is gone with its last server, so only the Router's queue can start the next one. Change it.");

    [Fact]
    public void Rejects_a_queue_whose_end_times_out() => Rejects(
        Answering(requests: 8, seconds: 20) with { WaitingPerReplica = 50 },
        "CB2703: scaler.waitingPerReplica is 50; allowed: at most 16: a server of this pool gives 8 answers in 20.0 s, and the gateway gives up after 60 s. maxNumSeqs " +
        $"{Pools.Spec.Vllm.MaxNumSeqs} and the length of the answers limit it. Change it.");

    [Fact]
    public void Rejects_thresholds_that_make_servers_come_and_go() => Rejects(
        Answering(requests: 64, seconds: 6) with { WaitingToShrink = 26 },
        "CB2704: scaler.waitingToShrink is 26; allowed: at most 25, half of waitingPerReplica 50. What two servers had left would start the second one again at once. Change it.");

    [Fact]
    public void Rejects_shrinking_before_a_new_server_has_loaded()
    {
        var load = Scalers.Spec.LoadSeconds;
        Rejects(
            Scalers.Spec with { ShrinkAfterSeconds = load - 1 },
            $"CB2705: scaler.shrinkAfterSeconds is {load - 1}; allowed: at least {load}, the seconds that a server needs to load. The queue shortens while a new server loads, and the scaler would stop it before its first answer. Change it.");
    }

    [Fact]
    public void Rejects_shrinking_that_cuts_answers() => Rejects(
        Scalers.Spec with { Pool = Scalers.Spec.Pool.With(plan => plan with { DrainSeconds = 59 }) },
        "CB2706: scaler.pool.drainSeconds is 59; allowed: at least 60, the seconds of a whole request in the gateway. An autoscaled pool stops servers every day, and an answer that outlives the drain is cut. Change it.");

    [Fact]
    public void Rejects_a_load_longer_than_kubernetes_can_wait() => Rejects(
        Scalers.Spec with { Pool = Scalers.Spec.Pool.With(plan => plan with { Load = new LoadTimeEstimate([new TimeTerm("readWeights", 3601, "")]) }) },
        "CB2707: scaler.pool.loadSeconds is 3601; allowed: at most 3600, the longest time for which Kubernetes delays shrinking. Faster model storage or a fixed number of servers. Change it.");

    [Fact]
    public void Rejects_numbers_out_of_range_all_at_once() => Rejects(
        Scalers.Spec with { MinReplicas = -1, CooldownSeconds = 1801, WaitingPerReplica = 1, WaitingToShrink = 0, ShrinkAfterSeconds = 3601 },
        "CB2002: scaler.minReplicas is -1; allowed: 0 to 64. Change it.",
        "CB2002: scaler.cooldownSeconds is 1801; allowed: 1 to 1800. Change it.",
        "CB2002: scaler.waitingPerReplica is 1; allowed: 2 to 10000. Change it.",
        "CB2002: scaler.waitingToShrink is 0; allowed: 1 to 5000. Change it.",
        "CB2002: scaler.shrinkAfterSeconds is 3601; allowed: 0 to 3600. Change it.");

    [Fact]
    public void Advises_of_a_single_server_of_sleep_and_of_a_lower_threshold()
    {
        Assert.Equal(
            [
                "Pool 'qwen3-32b' may shrink to one server: losing its node then stops qwen3:32b until another has loaded the model.",
                "Pool 'qwen3-32b' grows above 16 waiting requests for each server instead of 50: more would not be answered within 60 s.",
            ],
            QueueScalerAdvice.For(Answering(requests: 8, seconds: 20)));
        Assert.Equal(
            [$"Pool 'qwen3-32b' may have no server: the first request then waits about {Scalers.Spec.LoadSeconds} s, longer than the gateway holds it."],
            QueueScalerAdvice.For(Answering(requests: 64, seconds: 6) with { MinReplicas = 0, WakeOnGatewayQueue = true }));
        Assert.Empty(QueueScalerAdvice.For(Answering(requests: 64, seconds: 6) with { MinReplicas = 3 }));
    }

    private static QueueScalerSpec Answering(int requests, double seconds) => Scalers.Spec with
    {
        Pool = Scalers.Spec.Pool.With(plan => plan with { Speed = plan.Speed with { Requests = requests, AnswerSeconds = seconds } }),
    };

    private static string[] Check(QueueScalerSpec spec) => QueueScalerRules.Check(spec, "scaler", Remedy).Lines();

    private static void Rejects(QueueScalerSpec spec, params string[] messages) => Assert.Equal(messages, Check(spec));
}
