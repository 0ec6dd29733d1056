using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmTensorParallelTests
{
    private static readonly VllmTensorParallel Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_stages_times_ranks() => RuleCheck.Accepts(Rule, VllmSamples.With("--pipeline-parallel-size=2").With($"{VllmSamples.Container}.resources.limits[\"nvidia.com/gpu\"]", "4"));

    [Fact]
    public void Accepts_a_server_over_several_nodes() => RuleCheck.Accepts(Rule, VllmSamples.With("--nnodes=2", "--tensor-parallel-size=16"));

    [Fact]
    public void Rejects_fewer_cards_than_ranks() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"] of container 'vllm' is 1; allowed: 2, the cards that the server uses (--tensor-parallel-size 2, --pipeline-parallel-size 1). Set --tensor-parallel-size to a divisor of the heads, and ask for as many cards.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.resources.limits[\"nvidia.com/gpu\"]", "1"));

    [Fact]
    public void Rejects_heads_that_cannot_be_divided() => RuleCheck.Rejects(
        Rule,
        "-tp in spec.template.spec.containers[0].args[1] of container 'vllm' is '8'; allowed: a divisor of the 28 attention heads of Qwen/Qwen2.5-7B-Instruct. Set --tensor-parallel-size to a divisor of the heads, and ask for as many cards.",
        VllmSamples.Deployment.With(VllmSamples.Arguments, "[/mnt/ceph/models/Qwen--Qwen2.5-7B-Instruct/main, -tp, '8']").With($"{VllmSamples.Container}.resources.limits[\"nvidia.com/gpu\"]", "8"));

    [Fact]
    public void Accepts_a_script_that_starts_Ray() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With($"{VllmSamples.Container}.command", "[/bin/bash, -c]").With(VllmSamples.Arguments, "['ray start --head; vllm serve /mnt/ceph/models/Qwen--Qwen3-32B/main --tensor-parallel-size 16']"));

    [Fact]
    public void Accepts_all_cards_of_a_machine() => RuleCheck.Accepts(Rule, VllmSamples.Docker.With("deviceRequests", "[{ driver: nvidia, count: -1, capabilities: [gpu] }]"));

    [Fact]
    public void Rejects_fewer_cards_than_ranks_in_Docker() => RuleCheck.Rejects(
        Rule,
        "deviceRequests[0].count is 1; allowed: 2, the cards that the server uses (--tensor-parallel-size 2, --pipeline-parallel-size 1). Set --tensor-parallel-size to a divisor of the heads, and ask for as many cards.",
        VllmSamples.Docker.With("deviceRequests", "[{ driver: nvidia, count: 1, capabilities: [gpu] }]"));

    [Fact]
    public void Rejects_a_text() => RuleCheck.Rejects(
        Rule,
        "--tensor-parallel-size in spec.template.spec.containers[0].args[7] of container 'vllm' is 'two'; allowed: a positive whole number. Set --tensor-parallel-size to a divisor of the heads, and ask for as many cards.",
        VllmSamples.With("--tensor-parallel-size=two"));

    [Fact]
    public void Cannot_decide_a_value_from_elsewhere() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[7] gives --tensor-parallel-size a value that is not known here", VllmSamples.With("--tensor-parallel-size=$(SIZE)").With($"{VllmSamples.Container}.env[0].name", "SIZE"));
}
