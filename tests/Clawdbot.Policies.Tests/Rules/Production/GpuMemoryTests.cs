using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class GpuMemoryTests
{
    private static readonly GpuMemory Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Rejects_more_than_85_percent() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args[4] of container 'vllm' is '0.9'; allowed: at most 0.85. Lower --gpu-memory-utilization, and plan context and batch for what remains.",
        Complete.WithArgument("small", 4, "--gpu-memory-utilization=0.9").All);

    [Fact]
    public void Rejects_a_server_that_does_not_say() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args of container 'vllm' is not set; allowed: at most 0.85. By itself vLLM takes 0.92. Lower --gpu-memory-utilization, and plan context and batch for what remains.",
        Complete.WithArgument("small", 4, "--enforce-eager").All);

    [Fact]
    public void Rejects_a_share_that_is_none() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args[4] of container 'vllm' is '85%'; allowed: at most 0.85. Lower --gpu-memory-utilization, and plan context and batch for what remains.",
        Complete.WithArgument("small", 4, "--gpu-memory-utilization=85%").All);

    [Fact]
    public void Rejects_a_cache_of_fixed_size() => RuleCheck.Rejects(
        Rule,
        "--kv-cache-memory-bytes in spec.template.spec.containers[0].args[2] of container 'vllm' is '20G'; allowed: a share of the memory, at most 0.85. Lower --gpu-memory-utilization, and plan context and batch for what remains.",
        Complete.WithArgument("small", 2, "--kv-cache-memory-bytes=20G").All);

    [Fact]
    public void Cannot_decide_unknown_arguments() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].args[4] is known only after the deployment", Complete.WithUnknown("small", "spec.template.spec.containers[0].args[4]").All);
}
