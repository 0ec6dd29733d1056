using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: kernel parameters.</summary>
internal sealed class Sysctls() : WorkloadRule(new PolicyMetadata("pod-sysctls")
{
    Title = "Pods set only kernel parameters that are safe",
    Description = "Other parameters are shared with the node or open something for all its pods; a kubelet that was not told to allow them refuses the pod.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Sysctls"), FrameworkReference.KubeLinter("unsafe-sysctls")],
    Remedy = "Remove the parameter, or set it on the nodes.",
    Url = "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls",
})
{
    // Those that the standard allows from Kubernetes 1.32 to 1.36; 1.37 adds two (https://github.com/kubernetes/kubernetes/pull/138389), which kubelets before it refuse.
    private static readonly string[] Safe =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range",
        "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_rmem",
        "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem",
    ];

    private static readonly string Allowed = string.Join(", ", Safe);

    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report) => report.Each(workload.Owner.Resource, workload.Pod["securityContext"]["sysctls"].Items, parameter =>
    {
        if (!Safe.Contains(parameter["name"].Text, StringComparer.Ordinal))
        {
            report.Violation(parameter["name"], Allowed);
        }
    });
}
