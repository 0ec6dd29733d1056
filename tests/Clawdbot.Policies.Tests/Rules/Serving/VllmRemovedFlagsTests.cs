using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmRemovedFlagsTests
{
    private static readonly VllmRemovedFlags Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_removed_flag_in_a_release_that_has_it() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With(VllmSamples.Arguments, "[model, --swap-space=4, --disable-log-requests]").With($"{VllmSamples.Container}.image", "vllm/vllm-openai:v0.16.0"));

    [Fact]
    public void Accepts_the_level_in_its_short_form_before_it_was_one() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With(VllmSamples.Arguments, "[model, -O3]").With($"{VllmSamples.Container}.image", "vllm/vllm-openai:v0.11.0"));

    [Fact]
    public void Rejects_swap_space() => RuleCheck.Rejects(
        Rule,
        "--swap-space in spec.template.spec.containers[0].args[10] of container 'vllm' is a flag that was removed (gone in vLLM 0.18); allowed: flags of vLLM 0.27. Leave it out, or keep KV cache in host memory with --kv-offloading-size. Keep image and flags in step, and pin the release.",
        VllmSamples.With("--swap-space=4"));

    [Fact]
    public void Rejects_the_switch_against_request_logs() => RuleCheck.Rejects(
        Rule,
        "--disable-log-requests in spec.template.spec.containers[0].args[10] of container 'vllm' is a flag that was removed (gone in vLLM 0.17); allowed: flags of vLLM 0.27. Leave it out: requests are not logged unless --enable-log-requests is given. Keep image and flags in step, and pin the release.",
        VllmSamples.With("--disable-log-requests"));

    [Fact]
    public void Rejects_rope_scaling_without_a_version() => RuleCheck.Rejects(
        Rule,
        "--rope-scaling in spec.template.spec.containers[0].args[10] of container 'vllm' is a flag that was removed (gone in vLLM 0.12); allowed: flags of a current vLLM. Use --hf-overrides. Keep image and flags in step, and pin the release.",
        VllmSamples.With("--rope-scaling={}").With($"{VllmSamples.Container}.image", "vllm/vllm-openai:latest"));

    [Fact]
    public void Rejects_a_flag_that_is_too_new() => RuleCheck.Rejects(
        Rule,
        "--shutdown-timeout in spec.template.spec.containers[0].args[9] of container 'vllm' is a flag that vLLM has since 0.18; allowed: flags of vLLM 0.17. Keep image and flags in step, and pin the release.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.image", "vllm/vllm-openai:v0.17.1"));
}
