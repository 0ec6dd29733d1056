using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: namespaces of the node.</summary>
internal sealed class HostNamespaces() : WorkloadRule(new PolicyMetadata("pod-host-namespaces")
{
    Title = "Pods do not share namespaces of their node",
    Description = "In the node's network a pod is outside every network policy and reaches services that listen on localhost; in its process or IPC namespace it sees and disturbs other programs.",
    Severity = PolicySeverity.High,
    Frameworks =
    [
        FrameworkReference.PodSecurity("baseline: Host Namespaces"), FrameworkReference.Nsa("C-0038"), FrameworkReference.Nsa("C-0041"),
        FrameworkReference.KubeLinter("host-network"), FrameworkReference.KubeLinter("host-pid"), FrameworkReference.KubeLinter("host-ipc"),
        FrameworkReference.CisKubernetes("5.2.3"), FrameworkReference.CisKubernetes("5.2.4"), FrameworkReference.CisKubernetes("5.2.5"),
    ],
    Remedy = "Remove the field, and reach the pod through a Service.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    private static readonly string[] Fields = ["hostNetwork", "hostPID", "hostIPC"];

    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report) => report.Each(workload.Owner.Resource, Fields, field =>
    {
        if (workload.Pod[field].Flag == true)
        {
            report.Violation(workload.Pod[field], "false");
        }
    });
}
