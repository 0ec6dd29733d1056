using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Ec2;

/// <summary>EC2: no public addresses. Subnets of NAT gateways and load balancers need none to be mapped either: those bring their own.</summary>
internal sealed class PublicAddresses() : ResourceRule(
    new PolicyMetadata("ec2-public-address")
    {
        Title = "Instances get no public address",
        Description = "A node with a public address is one wrong security group rule away from the Internet; the way out leads through NAT gateways and endpoints.",
        Severity = PolicySeverity.High,
        Frameworks =
        [
            FrameworkReference.AwsFsbp("EC2.9"), FrameworkReference.AwsFsbp("EC2.15"), FrameworkReference.AwsFsbp("EC2.25"), FrameworkReference.CisEks("5.4.3"),
            AwsFrameworks.Awsguard("ec2-instance-no-public-ip"),
        ],
        Remedy = "Set it to false, put the instance into a private subnet, and let a load balancer take what comes from outside.",
        Url = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
    },
    AwsTypes.Instance, AwsTypes.SpotInstanceRequest, AwsTypes.LaunchConfiguration, AwsTypes.LaunchTemplate, AwsTypes.Subnet, AwsTypes.EksComponent)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report) => report.Part(resource, () => report.Each(resource, Places(resource), place =>
    {
        if (place.Flag == true)
        {
            report.Violation(place, "false");
        }
    }));

    private static IEnumerable<Property> Places(PolicyResource resource) => resource.Type switch
    {
        AwsTypes.LaunchTemplate => resource["networkInterfaces"].Items.Select(card => card["associatePublicIpAddress"]),
        AwsTypes.Subnet => [resource["mapPublicIpOnLaunch"]],
        AwsTypes.EksComponent => [resource["nodeAssociatePublicIpAddress"]],
        _ => [resource["associatePublicIpAddress"]],
    };
}
