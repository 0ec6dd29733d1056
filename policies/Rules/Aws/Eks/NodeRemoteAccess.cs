using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: SSH to nodes. With a key but no source groups AWS opens port 22 (3389 on Windows) to everybody.</summary>
internal sealed class NodeRemoteAccess() : ResourceRule(
    new PolicyMetadata("eks-node-remote-access")
    {
        Title = "Nodes take SSH only from named security groups",
        Description = "A node group with an SSH key and no source groups gets a security group that is open to 0.0.0.0/0 for SSH.",
        Severity = PolicySeverity.Critical,
        Frameworks = [AwsFrameworks.Checkov("CKV_AWS_100"), FrameworkReference.AwsFsbp("EC2.13")],
        Remedy = "Remove remoteAccess and use Session Manager, or name sourceSecurityGroupIds.",
        Url = "https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html",
    },
    AwsTypes.NodeGroup)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var access = resource["remoteAccess"];
        var groups = access["sourceSecurityGroupIds"];
        if (access["ec2SshKey"].Exists && !groups.Items.Any())
        {
            report.Violation(groups, "the security groups that may connect");
        }
    }
}
