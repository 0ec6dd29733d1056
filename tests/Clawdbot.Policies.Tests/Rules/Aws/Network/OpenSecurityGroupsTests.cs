using Clawdbot.Policies.Rules.Aws.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Network;

public sealed class OpenSecurityGroupsTests
{
    private const string Allowed = "ranges that are known, or everybody for the ports 443";
    private const string Remedy = "Name the ranges or the security groups that need it.";

    private static readonly OpenSecurityGroups Rule = new();

    private static readonly Sample Group = Sample.Of("aws:ec2/securityGroup:SecurityGroup", """
        ingress:
          - { protocol: tcp, fromPort: 443, toPort: 443, cidrBlocks: [0.0.0.0/0], ipv6CidrBlocks: ["::/0"] }
          - { protocol: tcp, fromPort: 5432, toPort: 5432, cidrBlocks: [10.0.0.0/8], ipv6CidrBlocks: ["fc00::/7"] }
          - { protocol: icmp, fromPort: -1, toPort: -1, cidrBlocks: [0.0.0.0/0] }
          - { protocol: "-1", fromPort: 0, toPort: 0, self: true }
        egress:
          - { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [0.0.0.0/0] }
        """);

    private static readonly Sample IngressRule = Sample.Of(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "{ ipProtocol: tcp, fromPort: 443, toPort: 443, cidrIpv4: 0.0.0.0/0, securityGroupId: sg-1 }");

    private static readonly Sample OldRule = Sample.Of(
        "aws:ec2/securityGroupRule:SecurityGroupRule", "{ type: ingress, protocol: tcp, fromPort: 443, toPort: 443, cidrBlocks: [0.0.0.0/0], securityGroupId: sg-1 }");

    [Fact]
    public void Accepts_the_public_port_and_known_ranges() => RuleCheck.Accepts(Rule, Group, IngressRule, OldRule, OldRule.With("type", "egress").With("protocol", "'-1'"));

    [Fact]
    public void Rejects_another_port() => RuleCheck.Rejects(
        Rule, $"ingress[1].cidrBlocks[0] is '0.0.0.0/0'; allowed: {Allowed}. The protocol is 'tcp', the ports are 5432 to 5432. {Remedy}",
        Group.With("ingress[1].cidrBlocks", "[0.0.0.0/0]"));

    [Fact]
    public void Rejects_a_range_of_ports_around_the_public_one() => RuleCheck.Rejects(
        Rule, $"ingress[0].ipv6CidrBlocks[0] is '::/0'; allowed: {Allowed}. The protocol is 'tcp', the ports are 0 to 65535. {Remedy}",
        Group.With("ingress[0]", "{ protocol: tcp, fromPort: 0, toPort: 65535, ipv6CidrBlocks: ['::/0'] }"));

    [Fact]
    public void Rejects_every_protocol() => RuleCheck.Rejects(
        Rule, $"cidrIpv4 is '0.0.0.0/0'; allowed: {Allowed}. The protocol is '-1', the ports are not set to not set. {Remedy}",
        IngressRule.With("ipProtocol", "'-1'").Without("fromPort").Without("toPort"));

    [Fact]
    public void Rejects_everybody_in_two_halves() => RuleCheck.Rejects(
        Rule, $"cidrIpv4 is '128.0.0.0/1'; allowed: {Allowed}. The protocol is 'tcp', the ports are 22 to 22. {Remedy}",
        IngressRule.With("cidrIpv4", "128.0.0.0/1").With("fromPort", "22").With("toPort", "22"));

    [Fact]
    public void Rejects_IPv6_alone() => RuleCheck.Rejects(
        Rule, $"cidrIpv6 is '::/0'; allowed: {Allowed}. The protocol is 'udp', the ports are 53 to 53. {Remedy}",
        IngressRule.With("ipProtocol", "udp").With("fromPort", "53").With("toPort", "53").Without("cidrIpv4").With("cidrIpv6", "'::/0'"));

    [Fact]
    public void Rejects_a_rule_of_the_old_kind() => RuleCheck.Rejects(
        Rule, $"cidrBlocks[0] is '0.0.0.0/0'; allowed: {Allowed}. The protocol is 'tcp', the ports are 22 to 443. {Remedy}", OldRule.With("fromPort", "22"));

    [Fact]
    public void Cannot_decide_a_range_that_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "cidrIpv4 is known only after the deployment", IngressRule.WithUnknown("cidrIpv4"));
}
