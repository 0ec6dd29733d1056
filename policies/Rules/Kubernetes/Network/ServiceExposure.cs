using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>
/// Services that the outside reaches. A node port has no source ranges, but where it keeps the addresses of senders (<c>externalTrafficPolicy: Local</c>) a network policy can do
/// their work: whether it does, only the stack tells.
/// </summary>
internal sealed class ServiceExposure() : PolicyRule(new PolicyMetadata("service-exposure")
{
    Title = "Services are open to the outside only for named networks",
    Description = "A load balancer without source ranges has the whole internet behind it; a node port is open on every node, past the load balancer; external IPs let who may make Services take over addresses.",
    Severity = PolicySeverity.High,
    Frameworks =
    [
        FrameworkReference.KubeLinter("exposed-services"), FrameworkReference.KubeScore("service-type"), FrameworkReference.Nsa("C-0256"),
        new FrameworkReference("Pulumi compliance policies", "kubernetes disallowLoadBalancer"), new FrameworkReference("CVE", "CVE-2020-8554"),
    ],
    Remedy = "Use ClusterIP behind the access tier, or an internal load balancer with loadBalancerSourceRanges.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types",
})
{
    // What clouds call a load balancer without a public address.
    private static readonly (string Annotation, string Value)[] Internal =
    [
        ("service.beta.kubernetes.io/aws-load-balancer-internal", "true"),
        ("service.beta.kubernetes.io/aws-load-balancer-internal", "0.0.0.0/0"),
        ("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal"),
        ("networking.gke.io/load-balancer-type", "Internal"),
        ("cloud.google.com/load-balancer-type", "Internal"),
        ("service.beta.kubernetes.io/azure-load-balancer-internal", "true"),
        ("service.beta.kubernetes.io/openstack-internal-load-balancer", "true"),
        ("service.beta.kubernetes.io/oci-load-balancer-internal", "true"),
        ("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private"),
    ];

    // Controllers whose load balancers are internal unless the Service says otherwise.
    private static readonly string[] InternalClasses = ["service.k8s.aws/nlb", "eks.amazonaws.com/nlb", "tailscale"];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type.EndsWith(":Service", StringComparison.Ordinal) || type.EndsWith(":ServiceList", StringComparison.Ordinal);

    /// <summary>What a Service says for itself.</summary>
    public override void Check(PolicyResource resource, RuleReport report) =>
        report.Each(resource, resource.Objects.Where(o => o is { Kind: "Service", Group: "" }), service => CheckService(service, report));

    /// <summary>Node ports that network policies may guard.</summary>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var guarded = stack.OfKind("Service").Where(o => o.Group.Length == 0 && !o.Spec["type"].IsUnreadable && o.Spec["type"].Text == "NodePort").ToList();
        if (guarded.Count == 0)
        {
            return;
        }

        var pods = StackPods.Of(stack);
        var policies = NetworkPolicies.ForIngress(stack, report);
        report.Each(null, guarded, service => report.Part(service.Resource, () =>
        {
            if (!KeepsAddresses(service) || service.Namespace is not { } space)
            {
                return;
            }

            var selected = pods.SelectedByMap(space, service.Spec["selector"]).ToList();
            var open = selected.Where(workload => !IsGuarded(workload, policies)).ToList();
            if (selected.Count == 0 ? pods.HasUnknownNamespaces : open.Exists(policies.IsUncertain))
            {
                report.Undecided(service.Resource, "not all pods or network policies can be read");
            }
            else if (selected.Count == 0 || open.Count > 0)
            {
                report.Violation(service.Spec["type"], "ClusterIP, LoadBalancer with loadBalancerSourceRanges, or NodePort for pods whose network policy lists the networks that may come in");
            }
        }));
    }

    private static bool KeepsAddresses(KubernetesObject service) => service.Spec["externalTrafficPolicy"].Text == "Local";

    private static bool IsGuarded(Workload workload, SelectedPods policies)
    {
        var networks = policies.Of(workload).SelectMany(NetworkPolicies.Networks).ToList();
        return networks.Count > 0 && !networks.Exists(NetworkPolicies.IsEverybody);
    }

    private static void CheckService(KubernetesObject item, RuleReport report)
    {
        report.Part(item.Resource, () =>
        {
            var type = item.Spec["type"];
            if (type.Text == "NodePort" && !KeepsAddresses(item))
            {
                report.Violation(type, "ClusterIP, or LoadBalancer with loadBalancerSourceRanges");
            }
            else if (type.Text == "LoadBalancer")
            {
                CheckLoadBalancer(item, report);
            }
        });
        report.Part(item.Resource, () =>
        {
            var addresses = item.Spec["externalIPs"];
            if (addresses.Items.Any())
            {
                report.Violation(addresses, "no externalIPs");
            }
        });
    }

    private static void CheckLoadBalancer(KubernetesObject service, RuleReport report)
    {
        if (IsInternal(service))
        {
            return;
        }

        var ranges = service.Spec["loadBalancerSourceRanges"];
        var sources = ranges.Items.Select(range => range.Text).Concat(service.Annotations["service.beta.kubernetes.io/load-balancer-source-ranges"].Text?.Split(',') ?? []).ToList();
        if (sources.Count == 0 || sources.Exists(source => source?.Trim().EndsWith("/0", StringComparison.Ordinal) == true))
        {
            report.Violation(ranges, "the networks that may come in, or an annotation that makes the load balancer internal");
        }
    }

    private static bool IsInternal(KubernetesObject service)
    {
        if (Internal.Any(known => string.Equals(service.Annotations[known.Annotation].Scalar, known.Value, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var isInternalByDefault = InternalClasses.Contains(service.Spec["loadBalancerClass"].Text, StringComparer.Ordinal)
            || service.Annotations["service.beta.kubernetes.io/aws-load-balancer-type"].Text is "external" or "nlb-ip";
        return isInternalByDefault && service.Annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"].Text != "internet-facing";
    }
}
