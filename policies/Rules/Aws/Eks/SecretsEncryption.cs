using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: envelope encryption of Secrets with an own key.</summary>
internal sealed class SecretsEncryption() : EksClusterRule(new PolicyMetadata("eks-secrets-encryption")
{
    Title = "Kubernetes Secrets are encrypted with an own key",
    Description = "With an own KMS key reading Secrets from the control plane's storage needs a permission that can be withdrawn, and every use is logged.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.AwsFsbp("EKS.3"), FrameworkReference.CisEks("5.3.1"), AwsFrameworks.Checkov("CKV_AWS_58")],
    Remedy = "Name a KMS key in encryptionConfig, for the resources [secrets]; it cannot be taken away again.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
})
{
    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        if (cluster.IsComponent)
        {
            if (cluster.Resource["encryptionConfigKeyArn"] is { IsMissing: true } key)
            {
                report.Violation(key, "the ARN of a KMS key");
            }

            return;
        }

        var resources = cluster.Resource["encryptionConfig"]["resources"];
        if (!resources.Items.Any(item => item.Text == "secrets"))
        {
            report.Violation(resources, "[secrets]");
        }
    }
}
