using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>Services that lead somewhere.</summary>
internal sealed class ServiceSelectors() : StackRule(new PolicyMetadata("service-selector")
{
    Title = "Services select pods, and ports that these have",
    Description = "A Service without pods, or with a port name that they lack, refuses every connection.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.KubeLinter("dangling-service"), FrameworkReference.KubeLinter("invalid-target-ports"), FrameworkReference.KubeScore("service-targets-pod")],
    Remedy = "Make selector and targetPort agree with the labels and ports of the pod template.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/service/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        foreach (var service in stack.OfKind("Service").Where(s => s.Group.Length == 0))
        {
            report.Part(service.Resource, () => Check(service, pods, report));
        }
    }

    private static void Check(KubernetesObject service, StackPods pods, RuleReport report)
    {
        var selector = service.Spec["selector"];
        if (service.Namespace is not { } space || service.Spec["type"].Text == "ExternalName" || !selector.Entries.Any() || !pods.In(space).Any())
        {
            return;
        }

        var selected = pods.SelectedByMap(space, selector).ToList();
        if (selected.Count > 0)
        {
            report.Each(service.Resource, service.Spec["ports"].Items, port => CheckPort(port["targetPort"], selected, report));
            CheckNumbers(service, selected, report);
        }
        else if (pods.MayHaveOthers(space))
        {
            report.Undecided(service.Resource, "the namespace may have pods that are not seen here: of charts, custom resources, or objects whose namespace cannot be read");
        }
        else
        {
            report.Violation(selector, "labels of pods in the namespace");
        }
    }

    private static void CheckPort(Property target, List<Workload> selected, RuleReport report)
    {
        if (target.Text is { Length: > 0 } name && target.Number is null
            && !selected.Exists(workload => workload.Containers.Where(c => c.IsLongRunning).SelectMany(c => c.Root["ports"].Items).Any(port => port["name"].Text == name)))
        {
            report.Violation(target, "the name of a port of the pods, or a number");
        }
    }

    // Containers need not list their ports. But when all of them do, and a Service leads to none of those that are listed, it leads nowhere.
    private static void CheckNumbers(KubernetesObject service, List<Workload> selected, RuleReport report)
    {
        var ports = service.Spec["ports"].Items.ToList();
        var containers = selected.SelectMany(workload => workload.Containers.Where(container => container.IsLongRunning)).ToList();
        if (ports.Count == 0 || service.Spec["clusterIP"].Text == "None" || containers.Exists(container => !container.Root["ports"].Items.Any()))
        {
            return;
        }

        var listed = containers.SelectMany(container => container.Root["ports"].Items).Select(port => port["containerPort"].Number).ToHashSet();
        if (ports.TrueForAll(port => Target(port).Number is { } number && !listed.Contains(number)))
        {
            report.Violation(Target(ports[0]), "a port that the containers list");
        }
    }

    private static Property Target(Property port) => port["targetPort"].Exists ? port["targetPort"] : port["port"];
}
