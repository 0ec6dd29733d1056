using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Storage;

/// <summary>
/// S3: encryption on the way. At rest every bucket is encrypted, whatever is said. Only a bucket policy can refuse plain HTTP; a bucket without one in the stack has
/// it elsewhere or has none, which is no matter of this rule.
/// </summary>
internal sealed class BucketEncryption() : ResourceRule(
    new PolicyMetadata("s3-encryption")
    {
        Title = "Buckets refuse requests without TLS",
        Description = "S3 also answers plain HTTP, so that a client that is set up wrongly sends data in plain text and nobody notices.",
        Severity = PolicySeverity.Medium,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [FrameworkReference.AwsFsbp("S3.5")],
        Remedy = "Add a statement to the bucket policy that denies s3:* to everybody when aws:SecureTransport is false.",
        Url = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    },
    AwsTypes.BucketPolicy)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var statements = PolicyDocument.Statements(resource["policy"], report);
        if (statements.Count > 0 && !statements.Any(RefusesPlainText))
        {
            report.Violation(resource, "the refusal of plain HTTP in the bucket policy", "missing", "a Deny under aws:SecureTransport false, or under s3:TlsVersion");
        }
    }

    private static bool RefusesPlainText(PolicyStatement statement) => !statement.IsAllow && statement.Conditions.Any(condition =>
        condition.Key.Equals("s3:TlsVersion", StringComparison.OrdinalIgnoreCase)
        || (condition.Key.Equals("aws:SecureTransport", StringComparison.OrdinalIgnoreCase) && PolicyStatement.Several(condition.Values).Any(value => value.Flag == false)));
}
