using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ModelPoolRulesTests
{
    [Fact]
    public void Accepts_a_pool_that_fits() => Assert.Empty(Check(Pools.Spec));

    [Fact]
    public void Rejects_every_mistake_in_one_go() =>
        Assert.Equal(
            [
                "CB2001: P.name is 'Pool_1'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 40 characters. Change it.",
                "CB2011: P.model is 'Qwen3-32B'; allowed: <organisation>/<name> of letters, digits, '.', '_' and '-'. Change it.",
                "CB2011: P.revision is '../main'; allowed: a commit of 40 hexadecimal digits, or a tag or branch of letters, digits, '.', '_' and '-'. Change it.",
                "CB2009: P.image is 'vllm/vllm-openai:latest'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. vLLM removes flags between versions, so a moving image breaks running stacks. Change it.",
                "CB2002: P.replicas is -1; allowed: 1 to 64. Change it.",
                "CB2002: P.cpu is 0; allowed: 1 to 128. Change it.",
                "CB2002: P.memoryGiB is 3; allowed: 4 to 1024. Change it.",
                "CB2002: P.startupSeconds is 59; allowed: 60 to 7200. Change it.",
                "CB2002: P.drainSeconds is 901; allowed: 0 to 900. Change it.",
                "CB2002: P.vllm.maxNumSeqs is 0; allowed: 1 to 4096. Change it.",
            ],
            Check(Pools.Spec with
            {
                Name = "Pool_1",
                Model = new ModelReference("Qwen3-32B", "../main"),
                Image = "vllm/vllm-openai:latest",
                Plan = Pools.Spec.Plan.With(cpu: 0, memoryGiB: 3) with { Replicas = -1, StartupSeconds = 59, DrainSeconds = 901, Vllm = Pools.Options with { MaxNumSeqs = 0 } },
            }));

    [Fact]
    public void Rejects_a_pool_that_cannot_start_with_the_numbers_and_what_would_fit() =>
        Assert.Equal(
            [
                "CB3010: P is too large for 1 x a10: KV cache of one request of 24576 tokens, 6.00 GiB, exceeds KV memory 0.10 GiB by 5.90 GiB; allowed: "
                + "(1) the smaller model Qwen/Qwen3-4B (price not known); (2) 1 x l40s for each server ($5.58/h); (3) 2 x l4 for each server ($6.90/h); "
                + "(4) 2 a10 cards for each server (tensorParallelSize: 2), on nodes with 2 (these have 1) (price not known). Change it.",
            ],
            Check(Pools.Spec with { Nodes = new GpuNodes(9, 1), Plan = CapacityPlanner.Plan(Pools.Request with { GpusPerNode = 1 }) }));

    [Fact]
    public void Rejects_nodes_that_cannot_be() =>
        Assert.Equal(
            [
                "CB2002: P.nodes.count is 0; allowed: 1 to 1000. Change it.",
                "CB2002: P.nodes.gpusPerNode is 17; allowed: 1 to 16. Change it.",
                "CB2002: P.nodes.gpusUsedByOthers is -1; allowed: 0 to 2147483647. Change it.",
            ],
            Check(Pools.Spec with { Nodes = new GpuNodes(0, 17, -1) }));

    [Fact]
    public void Rejects_a_server_larger_than_a_node() =>
        Assert.Equal(
            ["CB2008: P.vllm.tensorParallelSize is 2; allowed: at most 1, the GPUs of one a10 node. Change it."],
            Check(Pools.Spec with { Nodes = new GpuNodes(9, 1) }));

    [Fact]
    public void Rejects_more_replicas_than_the_nodes_hold() =>
        Assert.Equal(
            ["CB2008: P.replicas is 3; allowed: at most 2: 3 a10 nodes of 2 GPUs, 2 per replica, 1 used by other pools. Change it."],
            Check(Pools.Spec with { Nodes = new GpuNodes(3, 2, GpusUsedByOthers: 1) }));

    [Fact]
    public void Accepts_exactly_as_many_replicas_as_the_nodes_hold() => Assert.Empty(Check(Pools.Spec with { Nodes = new GpuNodes(3, 2) }));

    [Fact]
    public void Accepts_an_autoscaled_pool_whose_most_servers_fit() => Assert.Empty(Check(Pools.Spec with { MaxReplicas = 4 }));

    [Fact]
    public void Rejects_an_autoscaled_pool_whose_most_servers_do_not_fit() =>
        Assert.Equal(
            ["CB2008: P.maxReplicas is 4; allowed: at most 3: 3 a10 nodes of 2 GPUs, 2 per replica, 0 used by other pools. Change it."],
            Check(Pools.Spec with { MaxReplicas = 4, Nodes = new GpuNodes(3, 2) }));

    [Fact]
    public void Rejects_fewer_servers_at_most_than_planned() =>
        Assert.Equal(
            ["CB1005: P.maxReplicas is 2; allowed: at least 3, the servers that replicas or the goal asks for. Change it."],
            Check(Pools.Spec with { MaxReplicas = 2 }));

    [Fact]
    public void Rejects_a_number_of_most_servers_that_nobody_runs() =>
        Assert.Equal(["CB2002: P.maxReplicas is 65; allowed: 1 to 64. Change it."], Check(Pools.Spec with { MaxReplicas = 65 }));

    [Fact]
    public void Rejects_a_model_whose_label_would_be_too_long()
    {
        var id = $"org/{new string('a', 60)}";
        Assert.Equal(
            [$"CB2011: P.model is '{id}'; allowed: an id whose form 'org--{new string('a', 60)}' is a label value: at most 63 characters, ending with a letter or digit. Change it."],
            Check(Pools.Spec with { Model = new ModelReference(id, "main") }));
    }

    private static string[] Check(ModelPoolSpec spec) => ModelPoolRules.Check(spec, "P", "Change it.").Lines();
}
