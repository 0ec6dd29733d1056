using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Rollouts that keep pods running.</summary>
internal sealed class Rollouts() : KubernetesRule(
    new PolicyMetadata("workload-rollout")
    {
        Title = "A rollout leaves pods running",
        Description = "When all pods may be missing at once, every new version is an outage; when none may be missing and none more may exist, there is no new version.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.KubeLinter("no-rolling-update-strategy"), FrameworkReference.KubeScore("deployment-strategy")],
        Remedy = "Use RollingUpdate with maxSurge 1 and maxUnavailable 0, or a share of the pods.",
        Url = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy",
    },
    "Deployment")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Workload is not { } workload)
        {
            return;
        }

        var strategy = item.Spec["strategy"];
        if (strategy["type"].Text == "Recreate")
        {
            // One pod that owns its volume can only be replaced by leaving.
            if (workload.Replicas > 1)
            {
                report.Violation(strategy["type"], "RollingUpdate for several replicas");
            }

            return;
        }

        var (unavailable, surge) = (strategy["rollingUpdate"]["maxUnavailable"], strategy["rollingUpdate"]["maxSurge"]);
        if (IntOrPercent.At(unavailable) is not { } missing)
        {
            return;
        }

        if (missing is { IsPercent: true, Value: >= 100 } || (!missing.IsPercent && item.Spec["replicas"].Number is > 1 and var replicas && missing.Value >= replicas))
        {
            report.Violation(unavailable, "fewer than all pods");
        }
        else if (missing.Value <= 0 && IntOrPercent.At(surge) is { Value: <= 0 })
        {
            report.Violation(surge, "at least 1 when maxUnavailable is 0");
        }
    }
}
