using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Liveness and readiness probes that cannot tell apart a busy container from a dead one. The same address with more patience is fine.</summary>
internal sealed class IdenticalProbes() : ContainerRule(new PolicyMetadata("container-probes-identical")
{
    Title = "Liveness and readiness probes differ in what they ask or in their patience",
    Description = "When both fail at the same moment, a container that only needs a pause is restarted instead of being left alone until it has caught up.",
    Severity = PolicySeverity.Low,
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.KubeScore("pod-probes-identical")],
    Remedy = "Give the liveness probe another address, or a higher failureThreshold than the readiness probe has.",
    Url = "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var liveness = new ContainerProbe(container, container.Root["livenessProbe"]);
        var readiness = new ContainerProbe(container, container.Root["readinessProbe"]);
        if (liveness.Root.Exists && readiness.Root.Exists && liveness.HasHandler && liveness.IsSameAs(readiness))
        {
            report.Violation(liveness.Root.Resource, $"{liveness.Root.Path} of {container}", "the same as readinessProbe", "another handler, or other timings");
        }
    }
}
