using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Storage;

/// <summary>FSx for Lustre: an own key. Scratch file systems take none; they are encrypted with a key that goes with them.</summary>
internal sealed class LustreEncryption() : ResourceRule(
    new PolicyMetadata("fsx-encryption")
    {
        Title = "Persistent FSx file systems are encrypted with an own key",
        Description = "With an own KMS key the right to read the files and their backups can be withdrawn in one place, and every use is logged.",
        Severity = PolicySeverity.Medium,
        Frameworks = [AwsFrameworks.Checkov("CKV_AWS_190")],
        Remedy = "Name a KMS key in kmsKeyId; the file system must be made anew for it.",
        Url = "https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html",
    },
    "aws:fsx/lustreFileSystem:LustreFileSystem")
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource["deploymentType"].Text?.StartsWith("PERSISTENT", StringComparison.Ordinal) == true && resource["kmsKeyId"] is { IsMissing: true } key)
        {
            report.Violation(key, "the ARN of a KMS key");
        }
    }
}
