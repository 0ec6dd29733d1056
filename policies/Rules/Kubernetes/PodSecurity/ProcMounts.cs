using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// Pod Security Standards, baseline: masks over /proc. A pod in a user namespace of its own may take them away, as the standard has it since Kubernetes 1.35
/// (https://github.com/kubernetes/kubernetes/pull/132157): without one the API server refuses such a pod anyway. <see cref="RestrictedProcMounts"/> knows no exception.
/// </summary>
internal sealed class ProcMounts() : ContainerRule(new PolicyMetadata("pod-proc-mount")
{
    Title = "Containers keep the masks over /proc, or run in a user namespace",
    Description = "Behind the masks are kernel settings and memory of the node, which root in a container can read and write.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("baseline: /proc Mount Type"), FrameworkReference.KubeLinter("unsafe-proc-mount"), FrameworkReference.Polaris("procMount")],
    Remedy = "Remove procMount.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var procMount = container.SecurityContext["procMount"];
        if (procMount.Exists && procMount.Text != "Default" && container.Workload.Pod["hostUsers"].Flag != false)
        {
            report.Violation(container, procMount, "Default, unless the pod's hostUsers is false");
        }
    }
}
