using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ModelPoolAdviceTests
{
    [Fact]
    public void A_pinned_redundant_pool_with_a_spare_gpu_needs_no_advice() => Assert.Empty(ModelPoolAdvice.For(Pools.Spec));

    [Fact]
    public void A_single_full_machine_is_told_everything() =>
        Assert.Equal(
            [
                "Pool 'qwen3-32b': revision 'main' of Qwen/Qwen3-32B-AWQ can change; pin a commit of 40 hexadecimal digits.",
                "Pool 'qwen3-32b' has one replica: losing its node stops qwen3:32b until another has loaded the model.",
                "Pool 'qwen3-32b' has no spare GPU: an update stops one replica before its successor has loaded the model.",
                "Pool 'qwen3-32b' has drainSeconds 0: stopping a server aborts its running answers.",
            ],
            ModelPoolAdvice.For(Pools.Spec with { Model = Pools.Spec.Model with { Revision = "main" }, Nodes = new GpuNodes(1, 2), Plan = Pools.Spec.Plan with { Replicas = 1, DrainSeconds = 0 } }));

    [Fact]
    public void Replicas_that_must_share_a_node_are_named() =>
        Assert.Equal(
            ["Pool 'qwen3-32b' has 3 replicas on 1 nodes: losing one node can take several."],
            ModelPoolAdvice.For(Pools.Spec with { Nodes = new GpuNodes(1, 8) }));
}
