using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: protection from deletion. It can be turned on at any time and disturbs nothing, so it is corrected.</summary>
internal sealed class DeletionProtection() : EksClusterRule(new PolicyMetadata("eks-deletion-protection")
{
    Title = "AWS refuses to delete the cluster",
    Description = "A replacement that nobody noticed in a preview, or a call with the wrong name, would take the whole system away.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set deletionProtection to true.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html",
})
{
    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource) =>
        resource["deletionProtection"] is { Flag: not true } place ? place.Replaced(new PropertyValue.Flag(true)) : null;

    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        if (cluster.DeletionProtection.Flag != true)
        {
            report.Violation(cluster.DeletionProtection, "true");
        }
    }
}
