using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: the API inside the VPC.</summary>
internal sealed class PrivateEndpoint() : EksClusterRule(new PolicyMetadata("eks-endpoint-private")
{
    Title = "The Kubernetes API is reached inside the VPC",
    Description = "Without a private endpoint nodes leave the VPC to reach the API, which then must stay public and fails with the way out.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.CisEks("5.4.2"), FrameworkReference.AwsFsbp("EKS.1")],
    Remedy = "Set endpointPrivateAccess to true.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
})
{
    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        if (cluster.EndpointPrivateAccess.Flag != true)
        {
            report.Violation(cluster.EndpointPrivateAccess, "true");
        }
    }
}
