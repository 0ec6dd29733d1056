using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmQuantizationTests
{
    private static readonly VllmQuantization Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_method() => RuleCheck.Accepts(Rule, VllmSamples.With("--quantization=awq_marlin"));

    [Fact]
    public void Accepts_None_which_is_like_no_flag() => RuleCheck.Accepts(Rule, VllmSamples.With("--quantization=None"));

    [Fact]
    public void Rejects_a_number_format() => RuleCheck.Rejects(
        Rule,
        "--quantization in spec.template.spec.containers[0].args[10] of container 'vllm' is 'fp16'; allowed: a method such as awq, gptq, fp8, bitsandbytes or compressed-tensors. 16-bit numbers are set with --dtype. Leave the flag out: the method comes from the checkpoint, and 16-bit weights need none.",
        VllmSamples.With("--quantization=fp16"));

    [Fact]
    public void Rejects_none() => RuleCheck.Rejects(
        Rule,
        "--quantization in spec.template.spec.containers[0].args[10] of container 'vllm' is 'none'; allowed: a method such as awq, gptq, fp8, bitsandbytes or compressed-tensors. Leave the flag out: the method comes from the checkpoint, and 16-bit weights need none.",
        VllmSamples.With("--quantization=none"));

    [Fact]
    public void Rejects_int4_in_the_short_form() => RuleCheck.Rejects(
        Rule,
        "-q in spec.template.spec.containers[0].args[10] of container 'vllm' is 'int4'; allowed: a method such as awq, gptq, fp8, bitsandbytes or compressed-tensors. Leave the flag out: the method comes from the checkpoint, and 16-bit weights need none.",
        VllmSamples.With("-q", "int4"));

    [Fact]
    public void Rejects_a_slip() => RuleCheck.Rejects(
        Rule,
        "--quantization in spec.template.spec.containers[0].args[10] of container 'vllm' is 'gptqq'; allowed: a method such as awq, gptq, fp8, bitsandbytes or compressed-tensors. Did you mean 'gptq'? Leave the flag out: the method comes from the checkpoint, and 16-bit weights need none.",
        VllmSamples.With("--quantization=gptqq"));

    [Fact]
    public void Cannot_decide_a_method_that_a_plugin_may_bring() => RuleCheck.CannotDecide(
        Rule, "--quantization in spec.template.spec.containers[0].args[10] of container 'vllm' names a method that is in no list", VllmSamples.With("--quantization=company_format"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[8] is known only after the deployment", VllmSamples.WithUnknown(8));
}
