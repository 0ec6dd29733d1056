using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Logs;

/// <summary>CloudWatch: an own key for logs. AWS encrypts them in any case, so this is advice.</summary>
internal sealed class LogEncryption() : ResourceRule(
    new PolicyMetadata("log-encryption")
    {
        Title = "Log groups are encrypted with an own key",
        Description = "With an own KMS key the right to read logs can be withdrawn in one place, and every use is logged.",
        Severity = PolicySeverity.Low,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [AwsFrameworks.Checkov("CKV_AWS_158"), AwsFrameworks.WellArchitected("SEC08-BP01")],
        Remedy = "Name a KMS key in kmsKeyId whose policy lets the logs service use it.",
        Url = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    },
    AwsTypes.LogGroup)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource["kmsKeyId"] is { IsMissing: true } key)
        {
            report.Violation(key, "the ARN of a KMS key");
        }
    }
}
