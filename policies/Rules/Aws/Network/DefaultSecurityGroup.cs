using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Network;

/// <summary>The security group that each VPC has from the start: it admits its own members and lets everything out until it is taken over without rules.</summary>
internal sealed class DefaultSecurityGroup() : PolicyRule(new PolicyMetadata("default-security-group")
{
    Title = "The default security group of each VPC is closed",
    Description = "What is made without naming a security group lands in the default one, and would reach everything else that landed there.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.AwsFsbp("EC2.2"), AwsFrameworks.Checkov("CKV2_AWS_12")],
    Remedy = "Declare aws:ec2/defaultSecurityGroup:DefaultSecurityGroup for the VPC, without ingress and egress.",
    Url = "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
})
{
    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type == AwsTypes.DefaultSecurityGroup;

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, [resource["ingress"], resource["egress"]], rules =>
    {
        if (rules.Items.Any())
        {
            report.Violation(rules, "no rules");
        }
    });

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        foreach (var vpc in Belongings.Without([.. stack.OfType(AwsTypes.Vpc)], [.. stack.OfType(AwsTypes.DefaultSecurityGroup)], "vpcId", "id"))
        {
            report.Violation(vpc, "the default security group of the VPC", "left as AWS makes it", "one that is declared without rules");
        }
    }
}
