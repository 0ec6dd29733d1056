using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>The dashboard, which manages the storage, speaks TLS.</summary>
internal sealed class CephDashboard() : KubernetesRule(new PolicyMetadata("ceph-dashboard")
{
    Title = "Ceph's dashboard uses TLS",
    Description = "Its users may delete pools. Without TLS their passwords pass every node on the way as they are; TLS is off unless it is asked for.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set dashboard.ssl to true, or turn the dashboard off.",
    Url = "https://rook.io/docs/rook/latest/Storage-Configuration/Monitoring/ceph-dashboard/",
}, "CephCluster")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        var dashboard = item.Spec["dashboard"];
        if (CephKinds.IsOwnCluster(item) && dashboard["enabled"].Flag == true && dashboard["ssl"].Flag != true)
        {
            report.Violation(dashboard["ssl"], "true");
        }
    }
}
