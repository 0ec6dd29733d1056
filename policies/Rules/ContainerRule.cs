using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about containers, one by one: what is unknown of one leaves the others checked.</summary>
internal abstract class ContainerRule(PolicyMetadata metadata) : WorkloadRule(metadata)
{
    /// <inheritdoc/>
    protected sealed override void Check(Workload workload, RuleReport report) => report.EachContainer(workload, container => Check(container, report));

    /// <summary>Checks one container.</summary>
    protected abstract void Check(Container container, RuleReport report);
}
