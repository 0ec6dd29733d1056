using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>Model servers are reached through the gateway, and in no other way.</summary>
internal sealed class GatewayNoBypass() : StackRule(new PolicyMetadata("gateway-no-bypass")
{
    Title = "No way leads past the gateway to model servers",
    Description = "A model server answers everybody who reaches it: without tokens, limits, priorities and logs, and with GPUs that cost money.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C1"), FrameworkReference.Clawdbot("C3"), FrameworkReference.Nsa("C-0030"), FrameworkReference.KubeLinter("non-isolated-pod")],
    Remedy = "Give model servers Services of type ClusterIP without routes from outside, and a NetworkPolicy that admits the Router and Prometheus.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
    Settings =
    [
        new RuleSetting(Clients, RuleSettingKind.Texts, "Values of the labels app.kubernetes.io/component, app.kubernetes.io/name or app of the pods that may connect.") { Default = Admitted },
    ],
})
{
    private const string Clients = "clients";

    private static readonly IReadOnlyList<string> Admitted = ["router", "prometheus"];

    private static readonly string[] LabelKeys = ["app.kubernetes.io/component", "app.kubernetes.io/name", "app"];

    private static readonly string[] Routes = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"];

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var view = stack.View(s => new GatewayView(s));
        if (view.ModelServers.Count == 0)
        {
            return;
        }

        var servers = view.ModelServers.ToLookup(server => server.Owner.Namespace);
        var exposed = new HashSet<(string? Namespace, string Name)>();
        report.Each(null, stack.OfKind("Service").Where(service => service.Group.Length == 0), service => report.Part(service.Resource, () =>
        {
            if (servers[service.KnownNamespace].Any(server => LabelSelector.MapSelects(service.Spec["selector"], server.PodMetadata["labels"])))
            {
                exposed.Add((service.Namespace, service.Name));
                CheckService(service, report);
            }
        }));
        CheckRoutes(stack, exposed, report);

        // Without our gateway, nobody knows who may connect.
        if (view.Routers.Count > 0)
        {
            var policies = stack.OfKind("NetworkPolicy").Where(policy => policy.Group == "networking.k8s.io").ToLookup(policy => policy.Namespace);
            foreach (var server in view.ModelServers)
            {
                report.Part(server.Owner.Resource, () => CheckPolicies(server, policies[server.Owner.KnownNamespace], policies[null], report));
            }
        }
    }

    private static void CheckService(KubernetesObject service, RuleReport report)
    {
        if (service.Spec["type"].Text is "NodePort" or "LoadBalancer")
        {
            report.Violation(service.Spec["type"], "ClusterIP");
        }

        if (service.Spec["externalIPs"].Items.Any())
        {
            report.Violation(service.Spec["externalIPs"], "none");
        }
    }

    private static void CheckRoutes(PolicyStack stack, HashSet<(string? Namespace, string Name)> services, RuleReport report)
    {
        report.Each(null, stack.OfKind("Ingress"), ingress => report.Part(ingress.Resource, () =>
        {
            var backends = ingress.Spec["rules"].Items
                .SelectMany(rule => rule["http"]["paths"].Items)
                .Select(path => path["backend"])
                .Append(ingress.Spec["defaultBackend"])
                .Append(ingress.Spec["backend"]);

            // The second is the older form.
            var names = backends.SelectMany(backend => new[] { backend["service"]["name"], backend["serviceName"] });
            foreach (var name in names.Where(name => services.Contains((ingress.Namespace, name.Text ?? ""))))
            {
                report.Violation(name, "the access tier");
            }
        }));
        report.Each(null, Routes.SelectMany(stack.OfKind), route => report.Part(route.Resource, () =>
        {
            var backends = route.Spec["rules"].Items.SelectMany(rule => rule["backendRefs"].Items);
            foreach (var backend in backends.Where(backend => services.Contains((backend["namespace"].Text ?? route.Namespace, backend["name"].Text ?? ""))))
            {
                report.Violation(backend["name"], "the access tier");
            }
        }));
    }

    private static void CheckPolicies(Workload server, IEnumerable<KubernetesObject> policies, IEnumerable<KubernetesObject> elsewhere, RuleReport report)
    {
        bool Selects(KubernetesObject policy) => IsForIngress(policy) && LabelSelector.Selects(policy.Spec["podSelector"], server.PodMetadata["labels"]);
        var own = policies.Where(Selects).ToList();
        if (own.Count == 0)
        {
            // One whose namespace is not known yet may be theirs.
            _ = elsewhere.FirstOrDefault(Selects)?.KnownNamespace;
            report.Violation(server.Owner.Resource, "The NetworkPolicy of the pods", "not there", "one that admits the Router and Prometheus");
        }

        foreach (var policy in own)
        {
            report.Each(policy.Resource, policy.Spec["ingress"].Items, rule =>
            {
                if (!rule["from"].Items.Any())
                {
                    report.Violation(rule["from"], "pods of the Router and of Prometheus");
                }

                foreach (var peer in rule["from"].Items.Where(peer => !IsAdmitted(peer["podSelector"], report.Texts(Clients))))
                {
                    report.Violation(peer, "pods of the Router and of Prometheus, by label");
                }
            });
        }
    }

    private static bool IsForIngress(KubernetesObject policy) =>
        policy.Spec["policyTypes"].IsMissing || policy.Spec["policyTypes"].Items.Any(type => type.Text == "Ingress");

    // Pods that have one of these labels, with one of these values.
    private static bool IsAdmitted(Property selector, IReadOnlyList<string> clients) =>
        LabelKeys.Any(key => clients.Contains(selector["matchLabels"][key].Text ?? "", StringComparer.Ordinal))
        || selector["matchExpressions"].Items.Any(expression => expression["operator"].Text == "In"
            && LabelKeys.Contains(expression["key"].Text, StringComparer.Ordinal)
            && expression["values"].Items.Any()
            && expression["values"].Items.All(value => clients.Contains(value.Text ?? "", StringComparer.Ordinal)));
}
