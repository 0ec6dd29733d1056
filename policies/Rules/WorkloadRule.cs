using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about objects that make pods.</summary>
internal abstract class WorkloadRule(PolicyMetadata metadata) : KubernetesRule(metadata)
{
    /// <inheritdoc/>
    protected sealed override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Workload is { } workload)
        {
            Check(workload, report);
        }
    }

    /// <summary>Checks the pods of one object.</summary>
    protected abstract void Check(Workload workload, RuleReport report);
}
