using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// A rule about settings that stand in the security context of a pod or of a container, and are judged alike in both. A bad value of the pod counts even where every
/// container overrides it, as the admission controller of Kubernetes has it: the next container might not.
/// </summary>
internal abstract class SecurityContextRule(PolicyMetadata metadata) : WorkloadRule(metadata)
{
    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report)
    {
        var resource = workload.Owner.Resource;
        report.Part(resource, () => Check(workload.Pod["securityContext"], null, report));
        report.EachContainer(workload, container => Check(container.SecurityContext, container, report));
    }

    /// <summary>Checks one security context.</summary>
    /// <param name="context">The security context; it need not exist.</param>
    /// <param name="container">The container that it belongs to; null for the pod's own.</param>
    /// <param name="report">Takes what is found.</param>
    protected abstract void Check(Property context, Container? container, RuleReport report);

    /// <summary>Reports a wrong setting of the pod, or of <paramref name="container"/>.</summary>
    protected static void Reject(RuleReport report, Container? container, Property at, string allowed)
    {
        if (container is null)
        {
            report.Violation(at, allowed);
        }
        else
        {
            report.Violation(container, at, allowed);
        }
    }
}
