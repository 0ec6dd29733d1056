using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmDtypeTests
{
    private static readonly VllmDtype Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_bfloat16_on_a_card_that_has_it() => RuleCheck.Accepts(Rule, VllmSamples.With("--dtype=bfloat16"));

    [Fact]
    public void Rejects_bfloat16_on_a_card_without() => RuleCheck.Rejects(
        Rule,
        "--dtype in spec.template.spec.containers[0].args[8] of container 'vllm' is 'bfloat16'; allowed: auto or half, because the card t4 has no bfloat16. Use --dtype=auto, or half where the card has no bfloat16.",
        VllmSamples.With("--dtype=bfloat16").With("spec.template.spec.nodeSelector", "{ nvidia.com/gpu.product: Tesla-T4 }"));

    [Fact]
    public void Rejects_a_format_that_is_none() => RuleCheck.Rejects(
        Rule,
        "--dtype in spec.template.spec.containers[0].args[8] of container 'vllm' is 'bf16'; allowed: auto, half, float16, bfloat16, float, float32. Use --dtype=auto, or half where the card has no bfloat16.",
        VllmSamples.With("--dtype=bf16"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[8] is known only after the deployment", VllmSamples.WithUnknown(8));
}
