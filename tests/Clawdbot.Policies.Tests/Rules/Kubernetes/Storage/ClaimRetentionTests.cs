using Clawdbot.Policies.Rules.Kubernetes.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Storage;

public sealed class ClaimRetentionTests
{
    private const string Remedy = "Use Retain, and remove volumes by hand when nobody needs them.";

    private static readonly ClaimRetention Rule = new();

    [Fact]
    public void Accepts_what_is_retained() => RuleCheck.Accepts(Rule, StorageSamples.StatefulSet, StorageSamples.Volume);

    [Fact]
    public void Accepts_the_default() => RuleCheck.Accepts(Rule, StorageSamples.StatefulSet.Without("spec.persistentVolumeClaimRetentionPolicy"), StorageSamples.Volume.Without("spec.persistentVolumeReclaimPolicy"));

    [Fact]
    public void Accepts_a_volume_that_a_provisioner_made() => RuleCheck.Accepts(
        Rule, StorageSamples.Volume.With("spec.persistentVolumeReclaimPolicy", "Delete").With("metadata.annotations", "pv.kubernetes.io/provisioned-by: ebs.csi.aws.com"));

    [Theory]
    [InlineData("whenDeleted")]
    [InlineData("whenScaled")]
    public void Rejects_claims_that_go_with_the_pods(string when) => RuleCheck.Rejects(
        Rule,
        $"spec.persistentVolumeClaimRetentionPolicy.{when} is 'Delete'; allowed: Retain. {Remedy}",
        StorageSamples.StatefulSet.With($"spec.persistentVolumeClaimRetentionPolicy.{when}", "Delete"));

    [Theory]
    [InlineData("Delete")]
    [InlineData("Recycle")]
    public void Rejects_a_volume_that_goes_with_its_claim(string policy) => RuleCheck.Rejects(
        Rule, $"spec.persistentVolumeReclaimPolicy is '{policy}'; allowed: Retain. {Remedy}", StorageSamples.Volume.With("spec.persistentVolumeReclaimPolicy", policy));

    [Fact]
    public void Cannot_decide_an_unknown_policy() => RuleCheck.CannotDecide(
        Rule, "spec.persistentVolumeReclaimPolicy is known only after the deployment", StorageSamples.Volume.WithUnknown("spec.persistentVolumeReclaimPolicy"));
}
