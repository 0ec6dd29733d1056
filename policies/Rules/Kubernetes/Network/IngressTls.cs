using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>TLS at the edge: of an Ingress, of a Gateway's listeners, and of what Istio, Traefik and OpenShift have in their place.</summary>
internal sealed class IngressTls() : KubernetesRule(
    new PolicyMetadata("ingress-tls")
    {
        Title = "What comes in from outside is encrypted",
        Description = "Tokens and chats go over the wire in the clear otherwise.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.Polaris("tlsSettingsMissing"), FrameworkReference.Nsa("C-0263"), FrameworkReference.Clawdbot("C9.1")],
        Remedy = "Add the host to spec.tls with the Secret of its certificate, or use an HTTPS listener.",
        Url = "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
    },
    "Ingress",
    "Gateway",
    "IngressRoute",
    "Route")
{
    private const string Redirect = "nginx.ingress.kubernetes.io/ssl-redirect";

    private const string ForcedRedirect = "nginx.ingress.kubernetes.io/force-ssl-redirect";

    // Controllers of clouds take the certificate from elsewhere.
    private static readonly string[] CertificateAnnotations =
    [
        "alb.ingress.kubernetes.io/certificate-arn", "networking.gke.io/managed-certificates", "ingress.gcp.kubernetes.io/pre-shared-cert", "networking.gke.io/certmap",
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate", "route.openshift.io/termination",
    ];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        switch (item.Kind, item.Group)
        {
            case ("Ingress", "networking.k8s.io" or "extensions") when !HasCertificateElsewhere(item):
                CheckIngress(item, report);
                break;
            case ("Gateway", "gateway.networking.k8s.io"):
                CheckGateway(item, report);
                break;
            case ("Gateway", "networking.istio.io"):
                CheckServers(item.Spec["servers"], report);
                break;
            case ("IngressRoute", "traefik.io" or "traefik.containo.us") when !IsRedirect(item):
            case ("Route", "route.openshift.io"):
                if (item.Spec["tls"].IsMissing)
                {
                    report.Violation(item.Spec["tls"], "TLS");
                }

                break;
            default:
                break;
        }
    }

    private static void CheckIngress(KubernetesObject ingress, RuleReport report)
    {
        var tls = ingress.Spec["tls"];
        var entries = tls.Items.ToList();
        if (entries.Count == 0)
        {
            report.Violation(tls, "an entry for each host");
            return;
        }

        var redirect = ingress.Annotations[Redirect];
        if (redirect.Scalar == "false" && ingress.Annotations[ForcedRedirect].Scalar != "true")
        {
            report.Violation(redirect, "true, so that nobody stays on HTTP");
        }

        // An entry without hosts stands for all of them.
        if (entries.Exists(entry => !entry["hosts"].Items.Any()))
        {
            return;
        }

        var hosts = entries.SelectMany(entry => entry["hosts"].Items).Select(host => host.Text ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        report.Each(ingress.Resource, ingress.Spec["rules"].Items, rule =>
        {
            var host = rule["host"];
            if (host.Text is { Length: > 0 } name && !hosts.Contains(name) && !hosts.Contains(Wildcard(name)))
            {
                report.Violation(host, "a host that an entry of spec.tls covers");
            }
        });
    }

    // A listener without TLS beside one with it for the same host is there to redirect.
    private static void CheckGateway(KubernetesObject gateway, RuleReport report)
    {
        var listeners = gateway.Spec["listeners"].Items.ToList();
        var encrypted = listeners.Where(l => l["protocol"].Text is "HTTPS" or "TLS").Select(Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
        report.Each(gateway.Resource, listeners, listener =>
        {
            var host = Host(listener);
            var hasTwin = encrypted.Count > 0 && (host.Length == 0 || encrypted.Contains("") || encrypted.Contains(host) || encrypted.Contains(Wildcard(host)));
            if (listener["protocol"].Text == "HTTP" && !hasTwin)
            {
                report.Violation(listener["protocol"], "HTTPS, or HTTP beside an HTTPS listener of the same host");
            }
        });
    }

    private static void CheckServers(Property servers, RuleReport report)
    {
        // One without TLS beside one with it is there to redirect.
        if (!servers.Items.Any(server => server["port"]["protocol"].Text is "HTTPS" or "TLS"))
        {
            report.Each(servers.Resource, servers.Items, server =>
            {
                if (server["port"]["protocol"].Text is "HTTP" or "HTTP2" or "GRPC" && server["tls"]["httpsRedirect"].Flag != true)
                {
                    report.Violation(server["port"]["protocol"], "HTTPS, or HTTP with tls.httpsRedirect");
                }
            });
        }
    }

    // The entry point may have TLS for all its routes; and one without it may send everybody to the other.
    private static bool IsRedirect(KubernetesObject route) =>
        route.Spec["entryPoints"].Items.Any(entry => entry.Text?.Contains("secure", StringComparison.OrdinalIgnoreCase) == true)
        || route.Spec["routes"].Items.SelectMany(rule => rule["middlewares"].Items)
            .Any(middleware => middleware["name"].Text is { } name && (name.Contains("redirect", StringComparison.OrdinalIgnoreCase) || name.Contains("https", StringComparison.OrdinalIgnoreCase)));

    private static string Host(Property listener) => listener["hostname"].Text ?? "";

    private static string Wildcard(string host) => host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? "*" + host[dot..] : host;

    private static bool HasCertificateElsewhere(KubernetesObject ingress) =>
        CertificateAnnotations.Any(annotation => ingress.Annotations[annotation].Exists)
        || ingress.Annotations["alb.ingress.kubernetes.io/listen-ports"].Text?.Contains("HTTPS", StringComparison.OrdinalIgnoreCase) == true
        || ingress.Annotations["nginx.ingress.kubernetes.io/ssl-passthrough"].Scalar == "true"
        || ingress.Annotations["traefik.ingress.kubernetes.io/router.tls"].Scalar == "true";
}
