using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 4: pools are registered with the Router, at addresses that lead to them.</summary>
internal sealed class NodesRegistered() : ProductionRule(new PolicyMetadata("production-04-nodes-registered")
{
    Title = "Every pool is registered with the Router",
    Description = "A pool that the Router does not know gets no requests and costs the same; an address that leads nowhere leaves its nodes forever not ready.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.4")],
    Remedy = "Make the pools in router.json those of the stack, with host and port of their Services.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/service/#headless-services",
})
{
    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        var files = system.RouterSettings.ToList();
        if (system.Routers.Count == 0)
        {
            Missing(report, "The Router (a workload with the component router)", "one that sends requests to the pools");
        }

        if (files.Count == 0)
        {
            Missing(report, "The list of pools (router.json in a ConfigMap)", "one that names every pool");
            return;
        }

        EachDocument(report, files, (file, settings) =>
        {
            var pools = settings["pools"].Items.ToList();
            var registered = pools.Select(pool => pool["name"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var server in system.ModelServers)
            {
                report.Part(server.Owner.Resource, () =>
                {
                    if (!registered.Contains(server.Name))
                    {
                        report.Violation(server.Owner.Resource, server.NamePlace.Path, ShownValue.Quoted(server.Name), $"a pool of the Router: {Names(registered)}");
                    }
                });
            }

            foreach (var pool in pools)
            {
                report.Part(file.Map.Resource, () => CheckPool(system, pool, report));
            }

            foreach (var name in settings["models"].Items.SelectMany(model => model["pools"].Items).Where(name => name.Text is { } text && !registered.Contains(text)))
            {
                report.Violation(name, $"a pool of the list: {Names(registered)}");
            }
        });
    }

    private static void CheckPool(ProductionSystem system, Property pool, RuleReport report)
    {
        if (system.ModelServers.FirstOrDefault(candidate => candidate.Name == pool["name"].Text) is not { } server)
        {
            report.Violation(pool["name"], $"a pool of the stack: {Names(system.ModelServers.Select(candidate => candidate.Name))}");
            return;
        }

        if (Find(system, pool["host"]) is not { } service || !ProductionSystem.SendsTo(service, server.Workload))
        {
            report.Violation(pool["host"], "a Service of the pool, as <name>.<namespace>.svc");
        }
        else if (!service.Spec["ports"].Items.Any(port => port["port"].Number is { } number && number == pool["port"].Number))
        {
            report.Violation(pool["port"], $"a port of the Service {service.Metadata["name"].Shown}");
        }
    }

    // name.namespace.svc or name.namespace.svc.cluster.local
    private static KubernetesObject? Find(ProductionSystem system, Property host) =>
        host.Text?.Split('.') is [var name, var space, "svc", ..] ? system.AllServices.FirstOrDefault(service => service.Name == name && ProductionSystem.IsIn(service, space)) : null;

    private static string Names(IEnumerable<string> names) => names.Any() ? ShownValue.OneLine(string.Join(", ", names.Order(StringComparer.Ordinal))) : "there is none";
}
