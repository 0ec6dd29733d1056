using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdAntiAffinityTests
{
    private const string Terms = "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution";

    private const string Expected =
        "; allowed: a term with topologyKey kubernetes.io/hostname that selects the members. Require pod anti-affinity by kubernetes.io/hostname, with the members' own labels.";

    private static readonly EtcdAntiAffinity Rule = new();

    [Fact]
    public void Accepts_members_on_separate_hosts() => RuleCheck.Accepts(Rule, EtcdSamples.Members, EtcdSamples.Members.With($"{Terms}[0].topologyKey", "topology.kubernetes.io/zone"));

    [Fact]
    public void Accepts_one_member() => RuleCheck.Accepts(Rule, EtcdSamples.Members.With("spec.replicas", "1").Without("spec.template.spec.affinity"));

    [Fact]
    public void Rejects_a_preference() => RuleCheck.Rejects(
        Rule,
        $"{Terms} is not set{Expected}",
        EtcdSamples.Members.With("spec.template.spec.affinity.podAntiAffinity", "{ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] }"));

    [Fact]
    public void Rejects_another_key() => RuleCheck.Rejects(Rule, $"{Terms} is a list of 1{Expected}", EtcdSamples.Members.With($"{Terms}[0].topologyKey", "rack"));

    [Fact]
    public void Rejects_labels_of_something_else() =>
        RuleCheck.Rejects(Rule, $"{Terms} is a list of 1{Expected}", EtcdSamples.Members.With($"{Terms}[0].labelSelector", "{ matchLabels: { app: other } }"));
}
