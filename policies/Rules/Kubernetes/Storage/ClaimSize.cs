using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Storage;

/// <summary>Claims that say how much.</summary>
internal sealed class ClaimSize() : KubernetesRule(new PolicyMetadata("volume-claim-size")
{
    Title = "Volume claims request storage",
    Description = "The API server refuses a claim that does not say how much it needs.",
    Severity = PolicySeverity.Medium,
    Frameworks = [new FrameworkReference("Kubernetes API", "PersistentVolumeClaim spec.resources.requests.storage")],
    Remedy = "Set resources.requests.storage.",
    Url = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#resources",
})
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item is { Kind: "PersistentVolumeClaim", Group: "" })
        {
            CheckClaim(item.Spec, report);
        }
        else if (item.Workload is { } workload)
        {
            var claims = (item.Kind == "StatefulSet" ? item.Spec["volumeClaimTemplates"].Items : [])
                .Concat(workload.Pod["volumes"].Items.Select(volume => volume["ephemeral"]["volumeClaimTemplate"]).Where(claim => !claim.IsUnreadable && claim.Exists));
            report.Each(item.Resource, claims, claim => CheckClaim(claim["spec"], report));
        }
    }

    private static void CheckClaim(Property spec, RuleReport report)
    {
        var (request, limit) = (spec["resources"]["requests"]["storage"], spec["resources"]["limits"]["storage"]);
        if (Quantity.At(request) is not { IsPositive: true } size)
        {
            report.Violation(request, "a quantity such as 10Gi");
        }
        else if (Quantity.At(limit) < size)
        {
            report.Violation(limit, $"at least the request, {request.Shown}");
        }
    }
}
