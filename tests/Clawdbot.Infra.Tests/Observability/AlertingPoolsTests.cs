using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Thresholds come from the plan, not from people.</summary>
public sealed class AlertingPoolsTests
{
    [Fact]
    public void A_pool_takes_its_figures_from_the_plan()
    {
        var pool = AlertingPools.Of(Pools.Spec);
        Assert.Equal(("qwen3-32b", "Qwen--Qwen3-32B-AWQ", "a10", 3), (pool.Name, pool.Model, pool.Sku, pool.Replicas));
        Assert.Equal((Pools.Spec.Vllm.MaxNumSeqs, Pools.Spec.Plan.Memory.KvTokens, 905), (pool.MaxNumSeqs, pool.KvCacheTokens, pool.StartupSeconds));
        Assert.InRange(pool.LoadSeconds, Pools.Spec.Plan.Load.ExpectedSeconds, Pools.Spec.Plan.Load.ExpectedSeconds + 1);
        Assert.Equal(Math.Round(Pools.Spec.Plan.Speed.P95FirstTokenSeconds, 3), pool.FirstTokenSeconds);
    }

    /// <summary>A goal that a person set is the target; without one C9.6 decides by card.</summary>
    [Fact]
    public void A_goal_goes_before_the_general_target()
    {
        Assert.Equal(4.5, AlertingPools.Of(Pools.Spec).AnswerSeconds);
        var goal = Pools.Request.Goal with { AnswerMilliseconds = 3900, FirstTokenMilliseconds = 1200 };
        var pool = AlertingPools.Of(Pools.Spec.With(plan => plan with { Request = plan.Request with { Goal = goal } }));
        Assert.Equal((3.9, 1.2), (pool.AnswerSeconds, pool.FirstTokenSeconds));
    }

    [Theory]
    [InlineData("t4", 4.5)]
    [InlineData("a10", 4.5)]
    [InlineData("l4", 4.5)]
    [InlineData("a100-40", 2.8)]
    [InlineData("l40s", 2.8)]
    [InlineData("a100-80", 2.8)]
    [InlineData("h100", 2.8)]
    public void The_general_target_depends_on_the_card(string sku, double seconds) => Assert.Equal(seconds, AlertingPools.AnswerSeconds(GpuCatalog.Find(sku)!));

    /// <summary>C9.3: 85 %, unless somebody planned with more; then that share is no surprise.</summary>
    [Fact]
    public void Memory_of_cards_is_limited_by_the_largest_plan()
    {
        Assert.Equal([new AlertedGpus("a10", 2, 0.85)], AlertingPools.GpusOf([Pools.Spec]).AsEnumerable());
        var larger = Pools.Spec.With(plan => plan with { Vllm = plan.Vllm with { GpuMemoryUtilization = 0.9 } }) with { Name = "b", Nodes = new GpuNodes(1, 4) };
        Assert.Equal([new AlertedGpus("a10", 4, 0.9), new AlertedGpus("a100-80", 8, 0.85)], AlertingPools.GpusOf([Pools.Spec, larger, AlertPlans.Large]).AsEnumerable());
    }

    [Theory]
    [InlineData(3, 8, 24)]
    [InlineData(3, 64, 50)]
    public void Waiting_is_limited_by_one_batch_and_by_fifty(int replicas, int sequences, int limit) =>
        Assert.Equal(limit, (AlertPlans.Pool with { Replicas = replicas, MaxNumSeqs = sequences }).WaitingLimit);
}
