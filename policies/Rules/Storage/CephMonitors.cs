using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>A majority of monitors that survives the loss of a host.</summary>
internal sealed class CephMonitors() : KubernetesRule(new PolicyMetadata("ceph-monitors")
{
    Title = "Ceph has an odd number of monitors, three or more, on separate hosts",
    Description = "Without a majority of its monitors the whole storage stands still, for readers too.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set mon.count to 3 or 5, and mon.allowMultiplePerNode to false.",
    Url = "https://rook.io/docs/rook/latest/CRDs/Cluster/ceph-cluster-crd/",
}, "CephCluster")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (!CephKinds.IsOwnCluster(item))
        {
            return;
        }

        var monitors = item.Spec["mon"];
        report.Part(item.Resource, () =>
        {
            // Rook makes three when nothing is said.
            if (monitors["count"].Number is > 0 and var count && (count < 3 || count % 2 == 0))
            {
                report.Violation(monitors["count"], "an odd number from 3 on");
            }
        });
        if (monitors["allowMultiplePerNode"].Flag == true)
        {
            report.Violation(monitors["allowMultiplePerNode"], "false");
        }
    }
}
