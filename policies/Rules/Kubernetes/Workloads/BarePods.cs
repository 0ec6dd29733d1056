using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Pods that nobody replaces.</summary>
internal sealed class BarePods() : KubernetesRule(
    new PolicyMetadata("workload-bare-pod")
    {
        Title = "Pods are made by a controller",
        Description = "A pod of its own is gone for good when its node is drained or fails.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.Nsa("C-0073"), new FrameworkReference("Pulumi compliance policies", "kubernetes disallowPod")],
        Remedy = "Use a Deployment or a StatefulSet, or a Job for work that ends.",
        Url = "https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods",
    },
    "Pod")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        // Helm's tests are run by hand, and static pods belong to a node's kubelet.
        if (!item.HasOwner() && !item.IsHelmHook() && item.Annotations["kubernetes.io/config.mirror"].IsMissing && item.Annotations["kubernetes.io/config.source"].IsMissing)
        {
            report.Violation(item.Resource, "The owner of the pod", "not there", "a Deployment, StatefulSet, DaemonSet or Job");
        }
    }
}
