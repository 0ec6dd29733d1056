using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Storage;

/// <summary>Volumes that outlive those who use them.</summary>
internal sealed class ClaimRetention() : KubernetesRule(
    new PolicyMetadata("volume-claim-retention")
    {
        Title = "Data outlives the workload that wrote it",
        Description = "With Delete, a StatefulSet that is replaced or scaled down takes its data with it, and a volume goes with its claim.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.Clawdbot("C6"), new FrameworkReference("Pulumi compliance policies", "kubernetes persistentVolumeReclaimPolicy")],
        Remedy = "Use Retain, and remove volumes by hand when nobody needs them.",
        Url = "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention",
    },
    "StatefulSet",
    "PersistentVolume")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Kind == "PersistentVolume")
        {
            // What a provisioner made carries the policy of its class.
            var reclaim = item.Spec["persistentVolumeReclaimPolicy"];
            if (reclaim.Text is "Delete" or "Recycle" && item.Annotations["pv.kubernetes.io/provisioned-by"].IsMissing)
            {
                report.Violation(reclaim, "Retain");
            }

            return;
        }

        if (!item.Spec["volumeClaimTemplates"].Items.Any())
        {
            return;
        }

        var policy = item.Spec["persistentVolumeClaimRetentionPolicy"];
        report.Each(item.Resource, [policy["whenDeleted"], policy["whenScaled"]], when =>
        {
            if (when.Text == "Delete")
            {
                report.Violation(when, "Retain");
            }
        });
    }
}
