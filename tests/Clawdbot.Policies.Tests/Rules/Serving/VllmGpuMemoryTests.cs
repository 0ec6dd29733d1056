using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmGpuMemoryTests
{
    private static readonly VllmGpuMemory Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_the_default_of_vLLM() => RuleCheck.Accepts(Rule, VllmSamples.Without("--gpu-memory-utilization"));

    [Fact]
    public void Rejects_too_much() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args[4] of container 'vllm' is '0.98'; allowed: at most 0.92. Set --gpu-memory-utilization to a share that leaves room.",
        VllmSamples.With("--gpu-memory-utilization=0.98"));

    [Fact]
    public void Rejects_more_than_there_is() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args[4] of container 'vllm' is '85'; allowed: a share above 0 and at most 1. Set --gpu-memory-utilization to a share that leaves room.",
        VllmSamples.With("--gpu-memory-utilization=85"));

    [Fact]
    public void Rejects_nothing() => RuleCheck.Rejects(
        Rule,
        "--gpu-memory-utilization in spec.template.spec.containers[0].args[4] of container 'vllm' is '0'; allowed: a share above 0 and at most 1. Set --gpu-memory-utilization to a share that leaves room.",
        VllmSamples.With("--gpu-memory-utilization=0"));

    [Fact]
    public void Rejects_a_cache_that_skips_the_check() => RuleCheck.Rejects(
        Rule,
        "--kv-cache-memory-bytes in spec.template.spec.containers[0].args[10] of container 'vllm' is '20G'; allowed: a share of the memory. With a fixed cache vLLM skips its check of the memory, and the share does not count. Set --gpu-memory-utilization to a share that leaves room.",
        VllmSamples.With("--kv-cache-memory-bytes=20G"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[4] is known only after the deployment", VllmSamples.WithUnknown(4));
}
