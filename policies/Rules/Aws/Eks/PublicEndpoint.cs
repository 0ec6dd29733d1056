using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>
/// EKS: who reaches the API. A public endpoint is let pass when it answers only to ranges that an organisation can own; AWS makes it public, and for everybody, when
/// nothing is said.
/// </summary>
internal sealed class PublicEndpoint() : EksClusterRule(new PolicyMetadata("eks-endpoint-public")
{
    Title = "The Kubernetes API is not open to the Internet",
    Description = "Whoever reaches the API can try stolen credentials and the next flaw of the API server from anywhere.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.AwsFsbp("EKS.1"), FrameworkReference.CisEks("5.4.1"), AwsFrameworks.Checkov("CKV_AWS_38")],
    Remedy = "Set endpointPublicAccess to false, or name the few ranges that need the API in publicAccessCidrs.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    Settings =
    [
        new RuleSetting(ShortestPrefix, RuleSettingKind.Number, "Shortest prefix of an IPv4 range in publicAccessCidrs, in bits.")
        {
            Default = AwsDefaults.EndpointPrefix, Minimum = 1, Maximum = 32,
        },
    ],
})
{
    private const string ShortestPrefix = "shortestPrefix";

    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        if (cluster.EndpointPublicAccess.Flag == false)
        {
            return;
        }

        var shortest = report.Number(ShortestPrefix);
        if (!cluster.PublicAccessCidrs.Items.Any())
        {
            report.Violation(cluster.EndpointPublicAccess, "false, or true with publicAccessCidrs", "Without publicAccessCidrs everybody reaches a public endpoint.");
            return;
        }

        report.Each(cluster.Resource, cluster.PublicAccessCidrs.Items, cidr =>
        {
            if (NetworkRange.Find(cidr.Text)?.IsShorterThan(shortest, AwsDefaults.EndpointPrefixV6) == true)
            {
                report.Violation(cidr, string.Create(CultureInfo.InvariantCulture, $"a range with a prefix of /{shortest} or longer, for IPv6 /{AwsDefaults.EndpointPrefixV6}"));
            }
        });
    }
}
