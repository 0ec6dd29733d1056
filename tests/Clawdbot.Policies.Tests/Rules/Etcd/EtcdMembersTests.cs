using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdMembersTests
{
    private const string Arguments = "spec.template.spec.containers[0].args";

    private const string Remedy = "Run three members, or five.";

    private static readonly EtcdMembers Rule = new();

    [Theory]
    [InlineData("3")]
    [InlineData("5")]
    public void Accepts_an_odd_number(string replicas) => RuleCheck.Accepts(Rule, EtcdSamples.Members.With("spec.replicas", replicas));

    [Fact]
    public void Accepts_members_that_are_workloads_of_their_own() =>
        RuleCheck.Accepts(Rule, EtcdSamples.Members.With("spec.replicas", "1").With(Arguments, "['--initial-cluster=a=https://a:2380,b=https://b:2380,c=https://c:2380']"));

    [Fact]
    public void Accepts_what_is_no_member() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With("spec.replicas", "2"), EtcdSamples.Members.With("spec.replicas", "1").With("spec.template.spec.containers[0].command", "[etcdctl, watch]"));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("4")]
    public void Rejects_another_number(string replicas) =>
        RuleCheck.Rejects(Rule, $"spec.replicas is {replicas}; allowed: an odd number from 3 on. {Remedy}", EtcdSamples.Members.With("spec.replicas", replicas));

    [Fact]
    public void Rejects_a_number_that_is_not_set() =>
        RuleCheck.Rejects(Rule, $"spec.replicas is not set; allowed: an odd number from 3 on. {Remedy}", EtcdSamples.Members.Without("spec.replicas"));

    [Fact]
    public void Rejects_two_workloads() => RuleCheck.Rejects(
        Rule,
        $"--initial-cluster of container 'etcd' is 'a=https://a:2380,b=https://b:2380'; allowed: an odd number of members from 3 on. {Remedy}",
        EtcdSamples.Members.With("spec.replicas", "1").With(Arguments, "['--initial-cluster', 'a=https://a:2380,b=https://b:2380']"));

    [Fact]
    public void Cannot_decide_a_number_that_is_not_known_yet() =>
        RuleCheck.CannotDecide(Rule, "spec.replicas is known only after the deployment", EtcdSamples.Members.WithUnknown("spec.replicas"));
}
