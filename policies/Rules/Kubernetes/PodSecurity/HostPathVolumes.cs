using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: directories of the node.</summary>
internal sealed class HostPathVolumes() : WorkloadRule(new PolicyMetadata("pod-host-path")
{
    Title = "Pods mount nothing from the file system of their node",
    Description = "Through a hostPath volume a pod reads credentials of the node and of other pods, or writes what the node runs; and its data is on whichever node it happens to be.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("baseline: HostPath Volumes"), FrameworkReference.Polaris("hostPathSet"), FrameworkReference.KubeLinter("sensitive-host-mounts")],
    Remedy = "Use a persistentVolumeClaim, or an emptyDir for what may be lost.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report) => report.Each(workload.Owner.Resource, workload.Pod["volumes"].Items, volume =>
    {
        var hostPath = volume["hostPath"];
        if (hostPath.Exists)
        {
            report.Violation(hostPath["path"], "no hostPath volume");
        }
    });
}
