using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 12: the Router's metrics are scraped under the job that alerts select by.</summary>
internal sealed class RouterUp() : ProductionRule(new PolicyMetadata("production-12-router-up")
{
    Title = "The Router's metric clawdbot_router_up is scraped in the job clawdbot, and an alert watches it",
    Description = "Alerts, dashboards and the gate select by the job's label; under another name the Router may be down and nobody is told.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.12")],
    Remedy = "Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
    Url = "https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor",
})
{
    private const string Selector = $"job=\"{ProductionDefaults.RouterJob}\"";

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        if (system.Routers.Count == 0)
        {
            Missing(report, "The Router (a workload with the component router)", $"one with the metric {ProductionDefaults.RouterUp}");
        }

        report.Each(null, system.Routers, router => CheckMonitor(system, router, report));
        report.Part(null, () =>
        {
            if (!system.Alerts.Any(expression => expression.Contains(ProductionDefaults.RouterUp, StringComparison.Ordinal) && expression.Contains(Selector, StringComparison.Ordinal)))
            {
                Missing(report, $"An alert on {ProductionDefaults.RouterUp}", $"a PrometheusRule with {ProductionDefaults.RouterUp}{{{Selector}}}");
            }
        });
    }

    private static void CheckMonitor(ProductionSystem system, Workload router, RuleReport report)
    {
        var services = system.AllServices.Where(service => ProductionSystem.SendsTo(service, router)).ToList();
        var found = new List<(KubernetesObject Monitor, KubernetesObject? Service)>();
        foreach (var monitor in system.OfKind("ServiceMonitor"))
        {
            found.AddRange(services.Where(service => Reaches(monitor, service, service.Labels)).Select(service => (monitor, (KubernetesObject?)service)));
        }

        foreach (var monitor in system.OfKind("PodMonitor").Where(monitor => Reaches(monitor, router.Owner, router.PodMetadata["labels"])))
        {
            found.Add((monitor, null));
        }

        if (found.Count == 0)
        {
            report.Violation(router.Owner.Resource, "A ServiceMonitor for the Router", "missing", "one that selects its Service");
        }
        else if (!found.Exists(pair => Job(pair.Monitor, pair.Service, router) == ProductionDefaults.RouterJob))
        {
            var (monitor, service) = found[0];
            report.Violation(monitor.Resource, "The job of the Router's metrics", ShownValue.Quoted(Job(monitor, service, router)), ProductionDefaults.RouterJob);
        }
    }

    private static bool Reaches(KubernetesObject monitor, KubernetesObject target, Property labels)
    {
        if (!LabelSelector.Selects(monitor.Spec["selector"], labels))
        {
            return false;
        }

        var spaces = monitor.Spec["namespaceSelector"];
        return spaces["any"].Flag == true || (spaces["matchNames"].Items.Any()
            ? spaces["matchNames"].Items.Any(name => ProductionSystem.IsIn(target, name.Text ?? ""))
            : ProductionSystem.AreTogether(monitor, target));
    }

    // A relabelling wins; then the label that jobLabel names; by itself it is the name of the Service.
    private static string Job(KubernetesObject monitor, KubernetesObject? service, Workload router)
    {
        var endpoints = monitor.Spec[service is null ? "podMetricsEndpoints" : "endpoints"].Items;
        var relabelled = endpoints.SelectMany(endpoint => endpoint["relabelings"].Items)
            .LastOrDefault(relabeling => relabeling["targetLabel"].Text == "job" && relabeling["replacement"].Text is not null && relabeling["action"].Text is null or "replace");
        if (relabelled is not null)
        {
            return relabelled["replacement"].Public.Text!;
        }

        var labels = service?.Labels ?? router.PodMetadata["labels"];
        return (monitor.Spec["jobLabel"].Text is { Length: > 0 } label ? labels[label].Public.Text : null)
            ?? service?.Metadata["name"].Public.Text ?? $"{ProductionSystem.NamespaceOf(monitor)}/{monitor.Metadata["name"].Public.Text}";
    }
}
