using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Storage;

/// <summary>SQS: encryption, which is on with a key of SQS unless somebody turns it off.</summary>
internal sealed class QueueEncryption() : ResourceRule(
    new PolicyMetadata("sqs-encryption")
    {
        Title = "Queues are encrypted",
        Description = "Messages wait in a queue for up to two weeks, and are readable on the service's disks when encryption was turned off.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.AwsFsbp("SQS.1"), AwsFrameworks.Checkov("CKV_AWS_27")],
        Remedy = "Remove sqsManagedSseEnabled, or name a KMS key in kmsMasterKeyId.",
        Url = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
    },
    AwsTypes.Queue)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        // With a key the service's own encryption is off, and said to be.
        if (resource["sqsManagedSseEnabled"] is { Flag: false } managed && string.IsNullOrEmpty(resource["kmsMasterKeyId"].Text))
        {
            report.Violation(managed, "true, or a key in kmsMasterKeyId");
        }
    }
}
