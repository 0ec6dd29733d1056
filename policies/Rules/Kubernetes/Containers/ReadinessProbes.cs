using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Readiness probes of containers that run until they are stopped.</summary>
internal sealed class ReadinessProbes() : ContainerRule(new PolicyMetadata("container-readiness-probe")
{
    Title = "Containers of services have a readiness probe",
    Description = "Without one a pod gets traffic before it can answer, and a rollout goes on although the new version does not work.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.KubeLinter("no-readiness-probe"), FrameworkReference.KubeLinter("readiness-port"), FrameworkReference.Polaris("readinessProbeMissing"), FrameworkReference.KubeScore("pod-probes")],
    Remedy = "Add a readinessProbe that succeeds only when the container can do its work.",
    Url = "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        if (container.Role == ContainerRole.Main && container.Workload.IsService)
        {
            ProbeCheck.Requires(container, "readinessProbe", report);
        }
    }
}
