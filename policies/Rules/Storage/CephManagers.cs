using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>A manager in reserve.</summary>
internal sealed class CephManagers() : KubernetesRule(new PolicyMetadata("ceph-managers")
{
    Title = "Ceph has a manager in reserve, on another host",
    Description = "Metrics, and the making of volumes, wait for a new manager where there is only one.",
    Severity = PolicySeverity.Low,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set mgr.count to 2, and mgr.allowMultiplePerNode to false.",
    Url = "https://rook.io/docs/rook/latest/CRDs/Cluster/ceph-cluster-crd/",
    DefaultLevel = EnforcementLevel.Advisory,
}, "CephCluster")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (!CephKinds.IsOwnCluster(item))
        {
            return;
        }

        var managers = item.Spec["mgr"];
        report.Part(item.Resource, () =>
        {
            // When nothing is said, the number is Rook's choice.
            if (managers["count"].Number is > 0 and < CephDefaults.Managers)
            {
                report.Violation(managers["count"], "2");
            }
        });
        if (managers["allowMultiplePerNode"].Flag == true)
        {
            report.Violation(managers["allowMultiplePerNode"], "false");
        }
    }
}
