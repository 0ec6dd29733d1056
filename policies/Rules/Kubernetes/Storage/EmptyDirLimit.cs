using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Storage;

/// <summary>Scratch space with an end.</summary>
internal sealed class EmptyDirLimit() : WorkloadRule(new PolicyMetadata("empty-dir-limit")
{
    Title = "Scratch volumes have a size limit",
    Description = "A pod that fills its node's disk has all pods of the node evicted; with a limit only it is.",
    Severity = PolicySeverity.Low,
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.KubeScore("container-ephemeral-storage-request-and-limit"), new FrameworkReference("Kyverno policies", "require-emptydir-requests-and-limits")],
    Remedy = "Set sizeLimit to the most the containers write there.",
    Url = "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir",
})
{
    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report) => report.Each(workload.Owner.Resource, workload.Pod["volumes"].Items, volume =>
    {
        var directory = volume["emptyDir"];
        if (directory.IsMissing)
        {
            return;
        }

        var limit = directory["sizeLimit"];
        if (Quantity.At(limit) is not { IsPositive: true })
        {
            report.Violation(limit, "a quantity above 0");
        }
    });
}
