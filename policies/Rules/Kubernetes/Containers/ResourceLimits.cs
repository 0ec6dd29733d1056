using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Limits: of memory, of devices, and none below its request. A limit of processor time is a matter of taste: it slows where a limit of memory protects.</summary>
internal sealed class ResourceLimits() : ContainerRule(new PolicyMetadata("container-resource-limits")
{
    Title = "Containers have a memory limit, and limits that fit their requests",
    Description = "A container without a memory limit can take its node down with it. Limits below requests, and device limits that differ from requests, are refused by the API server.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeLinter("unset-memory-requirements"), FrameworkReference.KubeScore("container-resources"), FrameworkReference.Polaris("memoryLimitsMissing"),
        FrameworkReference.Nsa("C-0271"),
    ],
    Remedy = "Set limits.memory to the most the container may use, and device limits equal to their requests.",
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

        var owner = container.Workload.Owner.Resource;
        var resources = container.Root["resources"];
        report.Part(owner, () => CheckMemory(container, resources["limits"][ContainerResources.Memory], report));
        report.Each(owner, resources["limits"].Entries, entry => CheckLimit(container, entry.Key, entry.Value, resources["requests"][entry.Key], report));
        report.Each(owner, resources["requests"].Entries, entry =>
        {
            if (ContainerResources.CannotBeOvercommitted(entry.Key) && resources["limits"][entry.Key].IsMissing)
            {
                report.Violation(container, resources["limits"][entry.Key], $"the request, {entry.Value.Public.Shown}");
            }
        });
    }

    private static void CheckMemory(Container container, Property limit, RuleReport report)
    {
        if (limit.IsMissing && !ContainerResources.IsSetForPod(container, "limits", ContainerResources.Memory))
        {
            report.Violation(container, limit, "a quantity above 0");
        }
    }

    private static void CheckLimit(Container container, string resource, Property limit, Property request, RuleReport report)
    {
        if (limit.IsMissing)
        {
            return;
        }

        if (Quantity.At(limit) is not { } most)
        {
            report.Violation(container, limit, $"a quantity such as {(ContainerResources.IsBytes(resource) ? "512Mi" : "1")}");
        }
        else if (!most.IsPositive && resource == ContainerResources.Memory)
        {
            report.Violation(container, limit, "a quantity above 0");
        }
        else if (ContainerResources.IsBytes(resource) && !most.IsWhole)
        {
            report.Violation(container, limit, "whole bytes", "The suffix m means thousandths, M and Mi mean megabytes.");
        }
        else if (ContainerResources.CannotBeOvercommitted(resource) && !most.IsWhole)
        {
            report.Violation(container, limit, "a whole number");
        }
        else if (!request.IsMissing && Quantity.At(request) is { } least)
        {
            if (ContainerResources.CannotBeOvercommitted(resource) && least != most)
            {
                report.Violation(container, limit, $"the request, {request.Shown}");
            }
            else if (least > most)
            {
                report.Violation(container, limit, $"at least the request, {request.Shown}");
            }
        }
    }
}
