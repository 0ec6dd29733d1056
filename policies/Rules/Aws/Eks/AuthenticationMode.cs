using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: access entries in place of the ConfigMap aws-auth, and no administrator that no entry shows.</summary>
internal sealed class AuthenticationMode() : EksClusterRule(new PolicyMetadata("eks-authentication-mode")
{
    Title = "Access to the cluster is given by access entries alone",
    Description = "Who may write the ConfigMap aws-auth makes himself administrator, and the creator of a cluster is one without being listed anywhere.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.CisEks("4.1.7"), FrameworkReference.CisEks("5.5.1")],
    Remedy = "Use the authentication mode API, make no administrator of the creator, and give each principal an access entry.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
})
{
    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        report.Part(cluster.Resource, () =>
        {
            if (cluster.AuthenticationMode.Text != "API")
            {
                report.Violation(cluster.AuthenticationMode, "'API'");
            }
        });

        if (cluster.IsComponent)
        {
            return;
        }

        report.Part(cluster.Resource, () =>
        {
            if (cluster.Resource["accessConfig"]["bootstrapClusterCreatorAdminPermissions"] is { Flag: not false } bootstrap)
            {
                report.Violation(bootstrap, "false");
            }
        });
    }
}
