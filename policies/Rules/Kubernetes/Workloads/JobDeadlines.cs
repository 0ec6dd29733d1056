using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Jobs that do not try for ever.</summary>
internal sealed class JobDeadlines() : KubernetesRule(
    new PolicyMetadata("job-deadline")
    {
        Title = "Jobs say when they give up",
        Description = "A job that hangs holds its resources, and with concurrencyPolicy Forbid also every later run, until somebody looks.",
        Severity = PolicySeverity.Low,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [FrameworkReference.KubeScore("cronjob-has-deadline"), FrameworkReference.Clawdbot("B9")],
        Remedy = "Set activeDeadlineSeconds, or at least backoffLimit.",
        Url = "https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup",
    },
    "Job",
    "CronJob")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        // Other groups have jobs too, with other fields.
        if (item.Group != "batch")
        {
            return;
        }

        var spec = item.Kind == "Job" ? item.Spec : item.Spec["jobTemplate"]["spec"];
        var deadline = spec["activeDeadlineSeconds"];
        if (deadline.IsMissing && spec["backoffLimit"].IsMissing && !item.HasOwner())
        {
            report.Violation(deadline, "a number of seconds, or a backoffLimit");
        }
    }
}
