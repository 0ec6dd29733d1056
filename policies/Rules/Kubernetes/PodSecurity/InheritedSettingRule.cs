using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// A rule about a setting that every container must have, its own or the pod's. As in the admission controller of Kubernetes, a bad value of the pod counts even where
/// every container overrides it; a container without a value of its own is then covered by the message about the pod.
/// </summary>
/// <param name="metadata">What it says of itself.</param>
/// <param name="setting">The member of the security contexts.</param>
internal abstract class InheritedSettingRule(PolicyMetadata metadata, string setting) : WorkloadRule(metadata)
{
    /// <summary>What would be accepted, for messages.</summary>
    protected abstract string Allowed { get; }

    /// <inheritdoc/>
    protected sealed override void Check(Workload workload, RuleReport report)
    {
        var resource = workload.Owner.Resource;
        var ofPod = OfPod(workload);
        report.Part(resource, () =>
        {
            if (ofPod.Exists && !IsAllowed(ofPod) && Concerns(workload))
            {
                report.Violation(ValueOf(ofPod), Allowed);
            }
        });
        report.EachContainer(workload, container =>
        {
            var own = OfContainer(container);
            if ((own.Exists ? !IsAllowed(own) : ofPod.IsMissing) && Concerns(workload))
            {
                report.Violation(container, ValueOf(own), Allowed);
            }
        });
    }

    /// <summary>The pods' setting; it need not exist.</summary>
    protected Property OfPod(Workload workload) => workload.Pod["securityContext"][setting];

    /// <summary>A container's own setting; it need not exist.</summary>
    protected Property OfContainer(Container container) => container.SecurityContext[setting];

    /// <summary>Whether pods of <paramref name="workload"/> need the setting; asked only when it is wrong.</summary>
    protected virtual bool Concerns(Workload workload) => true;

    /// <summary>Whether an existing setting is good.</summary>
    protected abstract bool IsAllowed(Property value);

    /// <summary>The place in the setting that decides, for messages.</summary>
    protected virtual Property ValueOf(Property value) => value;
}
