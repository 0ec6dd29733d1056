using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Iam;

/// <summary>Policies of keys, queues, topics, repositories, file systems and secrets. Buckets have a rule of their own; endpoints are open by design.</summary>
internal sealed class PublicResourcePolicies() : PolicyDocumentRule(
    new PolicyMetadata("resource-policy-public")
    {
        Title = "Policies of resources do not admit everybody",
        Description = "A principal of * in the policy of a key or a queue is anybody with an AWS account, not anybody of this one.",
        Severity = PolicySeverity.Critical,
        Frameworks = [FrameworkReference.AwsFsbp("KMS.5"), FrameworkReference.AwsFsbp("SQS.3"), FrameworkReference.AwsFsbp("SNS.4"), AwsFrameworks.Checkov("CKV_AWS_33")],
        Remedy = "Name the principals, or add a Condition about who asks, such as aws:PrincipalAccount or aws:SourceArn.",
        Url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    },
    AwsTypes.Key, AwsTypes.ReplicaKey, AwsTypes.ExternalKey, "aws:kms/keyPolicy:KeyPolicy", AwsTypes.Queue, "aws:sqs/queuePolicy:QueuePolicy", "aws:sns/topic:Topic",
    "aws:sns/topicPolicy:TopicPolicy", "aws:ecr/repositoryPolicy:RepositoryPolicy", "aws:efs/fileSystemPolicy:FileSystemPolicy",
    "aws:secretsmanager/secret:Secret", "aws:secretsmanager/secretPolicy:SecretPolicy")
{
    /// <inheritdoc/>
    protected override void Check(PolicyStatement statement, RuleReport report)
    {
        if (!statement.IsAllow)
        {
            return;
        }

        if (statement.NotPrincipal.Exists)
        {
            report.Violation(statement.NotPrincipal, "a Principal that names who is admitted", "An Allow with NotPrincipal admits everybody else.");
        }

        if (statement.Everybody is { } everybody)
        {
            report.Violation(everybody.Place, "named principals, or a Condition about who asks");
        }
    }
}
