using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Requests of processor time and memory.</summary>
internal sealed class ResourceRequests() : ContainerRule(new PolicyMetadata("container-resource-requests")
{
    Title = "Containers request cpu and memory",
    Description = "The scheduler places pods by their requests. A pod without them lands on a node that is full, and is the first to be evicted.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeLinter("unset-cpu-requirements"), FrameworkReference.KubeLinter("unset-memory-requirements"), FrameworkReference.KubeScore("container-resources"),
        FrameworkReference.Polaris("cpuRequestsMissing"), FrameworkReference.Polaris("memoryRequestsMissing"),
    ],
    Remedy = "Request what the container uses under ordinary load.",
    Url = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        if (!ContainerResources.CanHaveResources(container))
        {
            return;
        }

        report.Each(container.Workload.Owner.Resource, [ContainerResources.Cpu, ContainerResources.Memory], resource => Check(container, resource, report));
    }

    private static void Check(Container container, string resource, RuleReport report)
    {
        var request = container.Root["resources"]["requests"][resource];
        if (request.IsMissing)
        {
            // The API server takes the limit for a request that is not there.
            if (container.Root["resources"]["limits"][resource].IsMissing
                && !ContainerResources.IsSetForPod(container, "requests", resource) && !ContainerResources.IsSetForPod(container, "limits", resource))
            {
                report.Violation(container, request, "a quantity above 0");
            }

            return;
        }

        if (Quantity.At(request) is not { } quantity)
        {
            report.Violation(container, request, $"a quantity such as {(resource == ContainerResources.Cpu ? "500m" : "512Mi")}");
        }
        else if (!quantity.IsPositive)
        {
            report.Violation(container, request, "a quantity above 0");
        }
        else if (ContainerResources.IsBytes(resource) && !quantity.IsWhole)
        {
            report.Violation(container, request, "whole bytes", "The suffix m means thousandths, M and Mi mean megabytes.");
        }
    }
}
