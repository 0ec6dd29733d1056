using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Finished jobs go away.</summary>
internal sealed class JobRetention() : KubernetesRule(
    new PolicyMetadata("job-ttl")
    {
        Title = "Finished jobs are removed",
        Description = "Jobs and their pods stay for ever otherwise, and slow down everything that lists pods.",
        Severity = PolicySeverity.Low,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [FrameworkReference.KubeLinter("job-ttl-seconds-after-finished")],
        Remedy = "Set ttlSecondsAfterFinished, long enough to read the logs.",
        Url = "https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/",
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

        if (item.Kind == "Job")
        {
            // A CronJob removes its jobs, and Helm its hooks.
            if (item.Spec["ttlSecondsAfterFinished"] is { IsMissing: true } place && !item.HasOwner() && !item.IsHelmHook())
            {
                report.Violation(place, "a number of seconds");
            }

            return;
        }

        if (item.Spec["jobTemplate"]["spec"]["ttlSecondsAfterFinished"].Exists)
        {
            return;
        }

        report.Each(item.Resource, [item.Spec["successfulJobsHistoryLimit"], item.Spec["failedJobsHistoryLimit"]], limit =>
        {
            if (limit.Number > JobDefaults.MostKept)
            {
                report.Violation(limit, $"at most {JobDefaults.MostKept.ToString(CultureInfo.InvariantCulture)} without a ttlSecondsAfterFinished");
            }
        });
    }
}
