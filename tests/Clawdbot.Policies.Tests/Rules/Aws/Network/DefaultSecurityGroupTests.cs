using Clawdbot.Policies.Rules.Aws.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Network;

public sealed class DefaultSecurityGroupTests
{
    private const string Remedy = "Declare aws:ec2/defaultSecurityGroup:DefaultSecurityGroup for the VPC, without ingress and egress.";

    private static readonly DefaultSecurityGroup Rule = new();

    private static readonly Sample Group = Sample.Of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "vpcId: vpc-1");

    [Fact]
    public void Accepts_a_closed_group() => RuleCheck.Accepts(Rule, AwsSamples.Vpc, Group.With("ingress", "[]"));

    [Fact]
    public void Accepts_a_group_of_a_VPC_that_is_known_only_after_the_deployment() => RuleCheck.Accepts(Rule, AwsSamples.Vpc.Without("id"), Group.WithUnknown("vpcId"));

    [Fact]
    public void Rejects_a_group_that_lets_something_in() => RuleCheck.Rejects(
        Rule, $"ingress is a list of 1; allowed: no rules. {Remedy}", AwsSamples.Vpc, Group.With("ingress", "[{ protocol: '-1', fromPort: 0, toPort: 0, self: true }]"));

    [Fact]
    public void Rejects_a_group_that_lets_something_out() => RuleCheck.Rejects(
        Rule, $"egress is a list of 1; allowed: no rules. {Remedy}", AwsSamples.Vpc, Group.With("egress", "[{ protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: [0.0.0.0/0] }]"));

    [Fact]
    public void Rejects_a_VPC_whose_group_nobody_closed() => RuleCheck.Rejects(
        Rule, $"the default security group of the VPC is left as AWS makes it; allowed: one that is declared without rules. {Remedy}", AwsSamples.Vpc);
}
