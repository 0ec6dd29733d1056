using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Network;

/// <summary>VPCs: a record of connections. Flow logs of single subnets or interfaces do not cover a VPC.</summary>
internal sealed class FlowLogs() : PolicyRule(new PolicyMetadata("vpc-flow-logs")
{
    Title = "Each VPC keeps flow logs",
    Description = "Without them nobody can tell afterwards who connected to what, or what was refused.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.AwsFsbp("EC2.6"), AwsFrameworks.Checkov("CKV2_AWS_11")],
    Remedy = "Declare aws:ec2/flowLog:FlowLog with vpcId and the trafficType ALL.",
    Url = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
})
{
    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type == AwsTypes.FlowLog;

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource["trafficType"] is { Text: "ACCEPT" } type)
        {
            report.Violation(type, "'ALL' or 'REJECT'", "What was refused is what an attack looks like.");
        }
    }

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var logs = stack.OfType(AwsTypes.FlowLog).Where(log => log["vpcId"].IsUnreadable || log["vpcId"].Exists);
        foreach (var vpc in Belongings.Without([.. stack.OfType(AwsTypes.Vpc)], [.. logs], "vpcId", "id"))
        {
            report.Violation(vpc, "the number of flow logs of the VPC", "0", "at least 1");
        }
    }
}
