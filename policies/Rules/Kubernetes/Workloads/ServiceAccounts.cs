using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Service accounts of one's own.</summary>
internal sealed class ServiceAccounts() : WorkloadRule(new PolicyMetadata("workload-service-account")
{
    Title = "Pods have a service account of their own",
    Description = "All pods that name none share the account default: a right given to one of them is given to all, and the audit log cannot tell them apart.",
    Severity = PolicySeverity.Medium,
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.KubeLinter("default-service-account"), FrameworkReference.CisKubernetes("5.1.5"), FrameworkReference.CisEks("4.1.5")],
    Remedy = "Create a ServiceAccount for the application and name it in serviceAccountName.",
    Url = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
})
{
    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report)
    {
        var name = workload.Pod["serviceAccountName"];

        // The old name of the field still counts when the new one is not set.
        if (name.IsMissing && workload.Pod["serviceAccount"] is { Exists: true } old)
        {
            name = old;
        }

        if (string.IsNullOrEmpty(name.Text) || name.Text == "default")
        {
            report.Violation(name, "the name of a service account other than default");
        }
    }
}
