using Clawdbot.Infra.Serving;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class RolloutPlanTests
{
    [Fact]
    public void A_spare_node_lets_the_new_pod_start_first_on_its_own_host() =>
        Assert.Equal(new RolloutPlan(1, 0, SeparateHosts: true, SpreadStrictly: true), RolloutPlan.For(3, 2, new GpuNodes(4, 2)));

    [Fact]
    public void Spare_gpus_on_used_nodes_let_it_start_first_beside_an_old_pod() =>
        Assert.Equal(new RolloutPlan(1, 0, SeparateHosts: false, SpreadStrictly: true), RolloutPlan.For(3, 2, new GpuNodes(3, 8)));

    [Fact]
    public void Without_a_spare_gpu_an_old_pod_goes_first() =>
        Assert.Equal(new RolloutPlan(0, 1, SeparateHosts: true, SpreadStrictly: true), RolloutPlan.For(3, 2, new GpuNodes(3, 2)));

    [Fact]
    public void More_pods_than_nodes_share_hosts() =>
        Assert.Equal(new RolloutPlan(0, 1, SeparateHosts: false, SpreadStrictly: false), RolloutPlan.For(4, 2, new GpuNodes(2, 4)));

    [Fact]
    public void No_rollout_needs_more_than_the_nodes_have() =>
        Prop.ForAll(Gen.Choose(1, 16).ToArbitrary(), Gen.Choose(1, 16).ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), (replicas, nodes, gpus) =>
            Enumerable.Range(1, gpus).All(perReplica =>
            {
                var pool = new GpuNodes(nodes, gpus);
                if (replicas > pool.Slots(perReplica))
                    return true;
                var plan = RolloutPlan.For(replicas, perReplica, pool);
                return plan.MaxSurge + plan.MaxUnavailable == 1
                    && replicas + plan.MaxSurge <= pool.Slots(perReplica)
                    && (!plan.SeparateHosts || replicas + plan.MaxSurge <= nodes);
            })).QuickCheckThrowOnFailure();
}
