using Clawdbot.Policies.Rules.Aws.Ec2;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Ec2;

public sealed class PublicAddressesTests
{
    private const string Remedy = "Set it to false, put the instance into a private subnet, and let a load balancer take what comes from outside.";

    private static readonly PublicAddresses Rule = new();

    private static readonly Sample Subnet = Sample.Of("aws:ec2/subnet:Subnet", "{ cidrBlock: 10.0.0.0/24, mapPublicIpOnLaunch: false }");

    [Fact]
    public void Accepts_private_addresses() => RuleCheck.Accepts(Rule, AwsSamples.Instance, AwsSamples.LaunchTemplate, AwsSamples.Component, Subnet);

    [Fact]
    public void Accepts_silence_because_the_subnet_decides() => RuleCheck.Accepts(Rule, AwsSamples.Instance.Without("associatePublicIpAddress"), Subnet.Without("mapPublicIpOnLaunch"));

    [Fact]
    public void Rejects_an_instance() => RuleCheck.Rejects(
        Rule, $"associatePublicIpAddress is true; allowed: false. {Remedy}", AwsSamples.Instance.With("associatePublicIpAddress", "true"));

    [Fact]
    public void Rejects_a_launch_template() => RuleCheck.Rejects(
        Rule, $"networkInterfaces[0].associatePublicIpAddress is 'true'; allowed: false. {Remedy}",
        AwsSamples.LaunchTemplate.With("networkInterfaces[0].associatePublicIpAddress", "'true'"));

    [Fact]
    public void Rejects_a_subnet() => RuleCheck.Rejects(Rule, $"mapPublicIpOnLaunch is true; allowed: false. {Remedy}", Subnet.With("mapPublicIpOnLaunch", "true"));

    [Fact]
    public void Rejects_the_nodes_of_a_component() => RuleCheck.Rejects(
        Rule, $"nodeAssociatePublicIpAddress is true; allowed: false. {Remedy}", AwsSamples.Component.With("nodeAssociatePublicIpAddress", "true"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "mapPublicIpOnLaunch is known only after the deployment", Subnet.WithUnknown("mapPublicIpOnLaunch"));
}
