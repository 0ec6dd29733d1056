using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Storage;

/// <summary>S3: nothing for everybody, by access list, by policy, or because nothing in the stack refuses it.</summary>
internal sealed class PublicBuckets() : PolicyRule(new PolicyMetadata("s3-public")
{
    Title = "Buckets are not public",
    Description = "Buckets hold models, backups and logs; a public one is found by programs that look for nothing else.",
    Severity = PolicySeverity.Critical,
    Frameworks =
    [
        FrameworkReference.AwsFsbp("S3.2"), FrameworkReference.AwsFsbp("S3.3"), FrameworkReference.AwsFsbp("S3.8"), AwsFrameworks.Checkov("CKV_AWS_20"), AwsFrameworks.Checkov("CKV2_AWS_6"),
    ],
    Remedy = "Declare aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock for the bucket with all four settings true, and name who may read.",
    Url = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
})
{
    private static readonly string[] Blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    private static readonly string[] Types =
        [.. AwsTypes.Buckets, .. AwsTypes.BucketAcls, AwsTypes.BucketPolicy, AwsTypes.BucketPublicAccessBlock, AwsTypes.AccountPublicAccessBlock];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (resource.Type is AwsTypes.BucketPublicAccessBlock or AwsTypes.AccountPublicAccessBlock)
        {
            report.Each(resource, Blocks, name =>
            {
                if (resource[name] is { Flag: not true } block)
                {
                    report.Violation(block, "true");
                }
            });
            return;
        }

        report.Part(resource, () => CheckAcl(resource["acl"], report));
        report.Part(resource, () => report.Each(resource, resource["grants"].Items, grant => CheckGrantee(grant["uri"], report)));
        report.Part(resource, () => report.Each(resource, resource["accessControlPolicy"]["grants"].Items, grant => CheckGrantee(grant["grantee"]["uri"], report)));
        report.Part(resource, () => report.Each(resource, PolicyDocument.Statements(resource["policy"], report), statement => CheckStatement(statement, report)));
    }

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        if (stack.OfType(AwsTypes.AccountPublicAccessBlock).Any())
        {
            return;
        }

        PolicyResource[] buckets = [.. AwsTypes.Buckets.SelectMany(stack.OfType)];
        foreach (var bucket in Belongings.Without(buckets, [.. stack.OfType(AwsTypes.BucketPublicAccessBlock)], "bucket", "bucket", "id"))
        {
            report.Violation(bucket, "the public access block of the bucket", "not in the stack", "one for each bucket, or one for the account");
        }
    }

    private static void CheckAcl(Property acl, RuleReport report)
    {
        if (acl.Text is "public-read" or "public-read-write" or "authenticated-read")
        {
            report.Violation(acl, "'private'");
        }
    }

    private static void CheckGrantee(Property group, RuleReport report)
    {
        if (group.Text is { } uri && (uri.EndsWith("/global/AllUsers", StringComparison.Ordinal) || uri.EndsWith("/global/AuthenticatedUsers", StringComparison.Ordinal)))
        {
            report.Violation(group, "an account, or the group of log deliveries");
        }
    }

    private static void CheckStatement(PolicyStatement statement, RuleReport report)
    {
        if (statement.IsAllow && statement.Everybody is { } everybody)
        {
            report.Violation(everybody.Place, "named principals, or a Condition about who asks");
        }
    }
}
