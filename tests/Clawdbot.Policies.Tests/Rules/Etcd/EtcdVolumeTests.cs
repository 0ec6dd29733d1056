using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdVolumeTests
{
    private const string Mounts = "spec.template.spec.containers[0].volumeMounts";

    private const string Remedy = "Give the StatefulSet a volume claim template for the data directory, and keep the claims.";

    private static readonly EtcdVolume Rule = new();

    [Fact]
    public void Accepts_a_claim_for_each_member() => RuleCheck.Accepts(Rule, EtcdSamples.Members, EtcdSamples.WithArgument(0, "--name=$(POD_NAME)"));

    [Fact]
    public void Rejects_a_volume_of_the_pod() => RuleCheck.Rejects(
        Rule,
        $"{Mounts}[0].name of container 'etcd' is 'data'; allowed: a volume from volumeClaimTemplates. The data directory '/var/lib/etcd/data' is on it. {Remedy}",
        EtcdSamples.Members.Without("spec.volumeClaimTemplates").With("spec.template.spec.volumes", "[{ name: data, emptyDir: {} }]"));

    [Fact]
    public void Rejects_no_volume() => RuleCheck.Rejects(
        Rule, $"The volume for the data of container 'etcd' is not there; allowed: one from volumeClaimTemplates. {Remedy}", EtcdSamples.Members.Without(Mounts));

    [Fact]
    public void Rejects_data_beside_the_volume() => RuleCheck.Rejects(
        Rule, $"The volume for the data of container 'etcd' is not there; allowed: one from volumeClaimTemplates. {Remedy}", EtcdSamples.WithArgument(0, "--data-dir=/data"));

    [Fact]
    public void Rejects_claims_that_go_with_the_members() => RuleCheck.Rejects(
        Rule,
        $"spec.persistentVolumeClaimRetentionPolicy.whenScaled is 'Delete'; allowed: Retain. {Remedy}",
        EtcdSamples.Members.With("spec.persistentVolumeClaimRetentionPolicy", "{ whenDeleted: Retain, whenScaled: Delete }"));
}
