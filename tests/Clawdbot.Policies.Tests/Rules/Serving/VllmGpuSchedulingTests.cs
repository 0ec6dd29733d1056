using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmGpuSchedulingTests
{
    private static readonly VllmGpuScheduling Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_affinity_instead_of_a_selector() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without("spec.template.spec.nodeSelector").With("spec.template.spec.affinity", "{ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: nvidia.com/gpu.product, operator: In, values: [NVIDIA-L4] }] }] } } }"));

    [Fact]
    public void Accepts_a_toleration_of_everything() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With("spec.template.spec.tolerations", "[{ operator: Exists }]"));

    [Fact]
    public void Accepts_a_server_without_a_card() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.resources").Without("spec.template.spec.nodeSelector"));

    [Fact]
    public void Rejects_pods_without_a_toleration() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.tolerations is not set; allowed: a toleration of the taint nvidia.com/gpu. Tolerate the taint nvidia.com/gpu, and select nodes by the label of their card.",
        VllmSamples.Deployment.Without("spec.template.spec.tolerations"));

    [Fact]
    public void Rejects_pods_without_a_selector() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.nodeSelector is not set; allowed: a label that names the card, such as clawdbot.dev/gpu-sku or nvidia.com/gpu.product. Tolerate the taint nvidia.com/gpu, and select nodes by the label of their card.",
        VllmSamples.Deployment.Without("spec.template.spec.nodeSelector"));
}
