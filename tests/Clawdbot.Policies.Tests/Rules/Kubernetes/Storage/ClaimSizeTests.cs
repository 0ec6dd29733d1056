using Clawdbot.Policies.Rules.Kubernetes.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Storage;

public sealed class ClaimSizeTests
{
    private const string Remedy = "Set resources.requests.storage.";

    private static readonly ClaimSize Rule = new();

    [Fact]
    public void Accepts_a_size() => RuleCheck.Accepts(Rule, StorageSamples.Claim, StorageSamples.StatefulSet);

    [Fact]
    public void Rejects_a_claim_without_a_size() => RuleCheck.Rejects(
        Rule, $"spec.resources.requests.storage is not set; allowed: a quantity such as 10Gi. {Remedy}", StorageSamples.Claim.Without("spec.resources"));

    [Fact]
    public void Rejects_a_template_without_a_size() => RuleCheck.Rejects(
        Rule,
        $"spec.volumeClaimTemplates[0].spec.resources.requests.storage is 'much'; allowed: a quantity such as 10Gi. {Remedy}",
        StorageSamples.StatefulSet.With("spec.volumeClaimTemplates[0].spec.resources.requests.storage", "much"));

    [Fact]
    public void Rejects_an_ephemeral_volume_without_a_size() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests.storage is not set; allowed: a quantity such as 10Gi. {Remedy}",
        Workloads.Deployment.With("spec.template.spec.volumes", "[{ name: scratch, ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce] } } } }]"));

    [Fact]
    public void Rejects_a_limit_below_the_size() => RuleCheck.Rejects(
        Rule, $"spec.resources.limits.storage is '5Gi'; allowed: at least the request, '10Gi'. {Remedy}", StorageSamples.Claim.With("spec.resources.limits", "storage: 5Gi"));

    [Fact]
    public void Cannot_decide_an_unknown_size() => RuleCheck.CannotDecide(
        Rule, "spec.resources.requests.storage is known only after the deployment", StorageSamples.Claim.WithUnknown("spec.resources.requests.storage"));
}
