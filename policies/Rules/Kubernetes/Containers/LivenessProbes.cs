using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Liveness probes of containers that run until they are stopped.</summary>
internal sealed class LivenessProbes() : ContainerRule(new PolicyMetadata("container-liveness-probe")
{
    Title = "Containers of services have a liveness probe",
    Description = "A process that hangs is restarted only when something asks whether it lives.",
    Severity = PolicySeverity.Medium,

    // A probe that fails under load restarts what only needs time: none at all can be the better choice.
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.KubeLinter("no-liveness-probe"), FrameworkReference.KubeLinter("liveness-port"), FrameworkReference.Polaris("livenessProbeMissing"), FrameworkReference.KubeScore("pod-probes")],
    Remedy = "Add a livenessProbe that fails only when a restart helps.",
    Url = "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        if (container.Role == ContainerRole.Main && container.Workload.IsService)
        {
            ProbeCheck.Requires(container, "livenessProbe", report);
        }
    }
}
