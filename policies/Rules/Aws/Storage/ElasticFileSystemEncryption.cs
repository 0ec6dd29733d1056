using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Storage;

/// <summary>EFS: encryption, which is off when nothing is said.</summary>
internal sealed class ElasticFileSystemEncryption() : ResourceRule(
    new PolicyMetadata("efs-encryption")
    {
        Title = "EFS file systems are encrypted",
        Description = "A file system made through the API is not encrypted unless it says so, and it cannot be encrypted later.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.AwsFsbp("EFS.1"), AwsFrameworks.Awsguard("efs-encrypted"), AwsFrameworks.Checkov("CKV_AWS_42")],
        Remedy = "Set encrypted to true; an existing file system must be copied into a new one.",
        Url = "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
    },
    "aws:efs/fileSystem:FileSystem")
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource["encrypted"] is { Flag: not true } encrypted)
        {
            report.Violation(encrypted, "true");
        }
    }
}
