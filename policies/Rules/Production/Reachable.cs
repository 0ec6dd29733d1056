using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 1: model servers listen on all interfaces, and only the access tier, which speaks TLS, is reached from outside.</summary>
internal sealed class Reachable() : ProductionRule(new PolicyMetadata("production-01-reachable")
{
    Title = "Model servers listen, and are reached over HTTPS only",
    Description = "The Router reaches servers by the addresses of their pods; everybody else goes through the access tier, which checks tokens and encrypts.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C9.1")],
    Remedy = "Let servers listen on 0.0.0.0 inside the cluster, and expose the access tier's port 443 alone.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
})
{
    private const double HttpsPort = 443;

    private static readonly string[] Routes = ["Ingress", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"];

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        foreach (var pool in system.ModelServers)
        {
            report.Part(pool.Owner.Resource, () => CheckAddress(pool, report));
            report.Part(pool.Owner.Resource, () => CheckPolicy(system, pool, report));
        }

        if (system.AccessTiers.Count == 0)
        {
            Missing(report, "The access tier (a workload with the component access-tier)", "one in front of the Router");
        }

        report.Each(null, system.AccessTiers, tier => CheckTier(system, tier, report));
        foreach (var service in system.AllServices)
        {
            report.Part(service.Resource, () => CheckService(system, service, report));
        }

        foreach (var route in Routes.SelectMany(system.OfKind))
        {
            report.Part(route.Resource, () => CheckRoute(system, route, report));
        }

        EachDocument(report, system.AccessTierSettings, (file, settings) =>
        {
            var certificates = settings["tls"]["certificates"];
            if (!certificates.Items.Any())
            {
                report.Violation(certificates, "at least one certificate");
            }

            if (settings["tls"]["minimumVersion"] is { Exists: true } version && version.Text is not ("TLSv1.2" or "TLSv1.3"))
            {
                report.Violation(version, "TLSv1.2 or TLSv1.3");
            }
        });
    }

    private static void CheckAddress(ModelPoolServer pool, RuleReport report)
    {
        if (pool.Server is { } server && server.Arguments.Find("--host") is { Value: { } host } argument && host is not ("0.0.0.0" or "::" or "[::]" or ""))
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, "0.0.0.0");
        }

        if (pool.Workload.Pod["hostNetwork"] is { Flag: true } network)
        {
            report.Violation(network, "false, because the server would be reached at the address of its node without TLS");
        }

        foreach (var port in pool.Workload.Containers.SelectMany(container => container.Root["ports"].Items).Where(port => port["hostPort"].Number is > 0))
        {
            report.Violation(port["hostPort"], "no port of the node, because the server would be reached there without TLS");
        }
    }

    // Somebody must say who may connect, or everybody in the cluster may.
    private static void CheckPolicy(ProductionSystem system, ModelPoolServer pool, RuleReport report)
    {
        var policies = system.OfKind("NetworkPolicy").Where(policy => ProductionSystem.AreTogether(policy, pool.Owner) && IsAboutIngress(policy)
            && LabelSelector.Selects(policy.Spec["podSelector"], pool.Workload.PodMetadata["labels"])).ToList();
        if (policies.Count == 0)
        {
            report.Violation(pool.Owner.Resource, "A NetworkPolicy that says who may connect to the server", "missing", "one that admits the Router");
        }

        foreach (var rule in policies.SelectMany(policy => policy.Spec["ingress"].Items))
        {
            if (!rule["from"].Items.Any())
            {
                report.Violation(rule["from"], "the Router and monitoring, not everybody");
            }

            foreach (var range in rule["from"].Items.Select(peer => peer["ipBlock"]["cidr"]).Where(range => range.Text is { } text && text.EndsWith("/0", StringComparison.Ordinal)))
            {
                report.Violation(range, "the Router and monitoring, not everybody");
            }
        }
    }

    private static bool IsAboutIngress(KubernetesObject policy) =>
        !policy.Spec["policyTypes"].Items.Any() || policy.Spec["policyTypes"].Items.Any(type => type.Text == "Ingress");

    private static void CheckTier(ProductionSystem system, Workload tier, RuleReport report)
    {
        var services = system.AllServices.Where(service => ProductionSystem.SendsTo(service, tier)).ToList();
        if (!services.Exists(service => service.Spec["ports"].Items.Any(IsHttps)))
        {
            report.Violation(tier.Owner.Resource, "A Service with port 443 to the access tier", "missing", "one through which it is reached");
        }
    }

    private static void CheckService(ProductionSystem system, KubernetesObject service, RuleReport report)
    {
        var type = service.Spec["type"];
        var outside = service.Spec["externalIPs"].Items.Any() ? service.Spec["externalIPs"] : type.Text is "LoadBalancer" or "NodePort" ? type : null;
        if (outside is null)
        {
            return;
        }

        if (system.AccessTiers.Any(tier => ProductionSystem.SendsTo(service, tier)))
        {
            foreach (var port in service.Spec["ports"].Items.Where(port => !IsHttps(port)))
            {
                report.Violation(port["port"], "443, the only port of the access tier that is reached from outside");
            }
        }
        else if (ProductionSystem.IsOurs(service)
            || system.ModelServers.Any(pool => ProductionSystem.SendsTo(service, pool.Workload))
            || system.Routers.Any(router => ProductionSystem.SendsTo(service, router)))
        {
            report.Violation(outside, "ClusterIP, because only the access tier is reached from outside");
        }
    }

    // A route may lead to the access tier; to the other parts it would lead past it.
    private static void CheckRoute(ProductionSystem system, KubernetesObject route, RuleReport report)
    {
        var rules = route.Spec["rules"].Items.ToList();
        var backends = route.Kind == "Ingress"
            ? rules.SelectMany(rule => rule["http"]["paths"].Items).Select(path => path["backend"]).Append(route.Spec["defaultBackend"]).Select(backend => backend["service"])
            : rules.SelectMany(rule => rule["backendRefs"].Items);
        foreach (var name in backends.Select(backend => backend["name"]).Where(name => name.Exists))
        {
            var service = system.AllServices.FirstOrDefault(candidate => candidate.Name == name.Text && ProductionSystem.AreTogether(candidate, route));
            if (service is not null
                && (system.ModelServers.Any(pool => ProductionSystem.SendsTo(service, pool.Workload)) || system.Routers.Any(router => ProductionSystem.SendsTo(service, router))))
            {
                report.Violation(name, "the access tier's Service");
            }
        }
    }

    private static bool IsHttps(Property port) => port["port"].Number == HttpsPort;
}
