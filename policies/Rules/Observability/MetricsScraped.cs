using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Observability;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Observability;

/// <summary>Prometheus reads what alerts and scaling are computed from.</summary>
internal sealed class MetricsScraped() : StackRule(new PolicyMetadata("metrics-scraped")
{
    Title = "Prometheus reads the metrics of Router, model servers and etcd",
    Description = "What is not read alerts nobody, and scales nothing: an expression without data is false, not a failure.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("B3"), FrameworkReference.KubeLinter("dangling-servicemonitor")],
    Remedy = "Add a PodMonitor or a ServiceMonitor that selects it.",
    Url = "https://prometheus-operator.dev/docs/developer/getting-started/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var parts = stack.View(s => new MonitoredParts(s));
        if (!parts.AreWatched)
        {
            return;
        }

        var pods = Monitors(stack, "PodMonitor");
        var services = Monitors(stack, "ServiceMonitor");
        var servicesOf = stack.OfKind("Service").Where(service => service.Group.Length == 0).ToLookup(service => service.Namespace);
        foreach (var workload in parts.Routers.Concat(parts.ModelServers).Concat(parts.EtcdMembers).DistinctBy(workload => workload.Owner))
        {
            report.Part(workload.Owner.Resource, () =>
            {
                var space = workload.Owner.KnownNamespace;
                var labels = workload.PodMetadata["labels"];
                if (workload.PodMetadata["annotations"]["prometheus.io/scrape"].Scalar != "true"
                    && !pods.Exists(monitor => Covers(monitor, space) && LabelSelector.Selects(monitor.Spec["selector"], labels))
                    && !servicesOf[space].Concat(servicesOf[null])
                        .Where(service => LabelSelector.MapSelects(service.Spec["selector"], labels))
                        .Any(service => service.KnownNamespace == space && services.Exists(monitor => Covers(monitor, space) && LabelSelector.Selects(monitor.Spec["selector"], service.Labels))))
                {
                    report.Violation(workload.Owner.Resource, "The PodMonitor or ServiceMonitor of the pods", "not there", "one that selects them");
                }
            });
        }
    }

    private static List<KubernetesObject> Monitors(PolicyStack stack, string kind) => [.. stack.OfKind(kind).Where(item => item.Group == AlertRule.ApiGroup)];

    // Without a selector of namespaces, a monitor's own one.
    private static bool Covers(KubernetesObject monitor, string space)
    {
        var selector = monitor.Spec["namespaceSelector"];
        return selector["any"].Flag == true
            || (selector["matchNames"].Items.Any() ? selector["matchNames"].Items.Any(name => name.Text == space) : monitor.KnownNamespace == space);
    }
}
