using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Versions of the API that today's servers do not have.</summary>
internal sealed class RemovedApiVersions() : KubernetesRule(new PolicyMetadata("api-version-removed")
{
    Title = "API versions exist",
    Description = "The API server refuses objects of versions that were removed.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.KubeScore("stable-version"), FrameworkReference.KubeLinter("no-extensions-v1beta")],
    Remedy = "Use the version that replaced it, and adapt the fields that changed.",
    Url = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
})
{
    private const string Any = "";

    private static readonly Dictionary<string, (string Kind, string Replacement, string Since)[]> Removed = new(StringComparer.Ordinal)
    {
        ["extensions/v1beta1"] =
        [
            ("Ingress", "networking.k8s.io/v1", "1.22"), ("NetworkPolicy", "networking.k8s.io/v1", "1.16"), ("PodSecurityPolicy", "Pod Security Admission", "1.16"), (Any, "apps/v1", "1.16"),
        ],
        ["apps/v1beta1"] = [(Any, "apps/v1", "1.16")],
        ["apps/v1beta2"] = [(Any, "apps/v1", "1.16")],
        ["batch/v2alpha1"] = [(Any, "batch/v1", "1.21")],
        ["batch/v1beta1"] = [(Any, "batch/v1", "1.25")],
        ["autoscaling/v2beta1"] = [(Any, "autoscaling/v2", "1.25")],
        ["autoscaling/v2beta2"] = [(Any, "autoscaling/v2", "1.26")],
        ["policy/v1beta1"] = [("PodSecurityPolicy", "Pod Security Admission", "1.25"), (Any, "policy/v1", "1.25")],
        ["networking.k8s.io/v1beta1"] = [("Ingress", "networking.k8s.io/v1", "1.22"), ("IngressClass", "networking.k8s.io/v1", "1.22")],
        ["rbac.authorization.k8s.io/v1alpha1"] = [(Any, "rbac.authorization.k8s.io/v1", "1.22")],
        ["rbac.authorization.k8s.io/v1beta1"] = [(Any, "rbac.authorization.k8s.io/v1", "1.22")],
        ["admissionregistration.k8s.io/v1beta1"] =
            [("ValidatingWebhookConfiguration", "admissionregistration.k8s.io/v1", "1.22"), ("MutatingWebhookConfiguration", "admissionregistration.k8s.io/v1", "1.22")],
        ["apiextensions.k8s.io/v1beta1"] = [(Any, "apiextensions.k8s.io/v1", "1.22")],
        ["apiregistration.k8s.io/v1beta1"] = [(Any, "apiregistration.k8s.io/v1", "1.22")],
        ["authentication.k8s.io/v1beta1"] = [("TokenReview", "authentication.k8s.io/v1", "1.22")],
        ["authorization.k8s.io/v1beta1"] = [(Any, "authorization.k8s.io/v1", "1.22")],
        ["certificates.k8s.io/v1beta1"] = [("CertificateSigningRequest", "certificates.k8s.io/v1", "1.22")],
        ["coordination.k8s.io/v1beta1"] = [("Lease", "coordination.k8s.io/v1", "1.22")],
        ["scheduling.k8s.io/v1alpha1"] = [("PriorityClass", "scheduling.k8s.io/v1", "1.17")],
        ["scheduling.k8s.io/v1beta1"] = [("PriorityClass", "scheduling.k8s.io/v1", "1.22")],
        ["storage.k8s.io/v1beta1"] =
        [
            ("StorageClass", "storage.k8s.io/v1", "1.22"), ("CSIDriver", "storage.k8s.io/v1", "1.22"), ("CSINode", "storage.k8s.io/v1", "1.22"), ("VolumeAttachment", "storage.k8s.io/v1", "1.22"),
            ("CSIStorageCapacity", "storage.k8s.io/v1", "1.27"),
        ],
        ["discovery.k8s.io/v1beta1"] = [(Any, "discovery.k8s.io/v1", "1.25")],
        ["events.k8s.io/v1beta1"] = [(Any, "events.k8s.io/v1", "1.25")],
        ["node.k8s.io/v1alpha1"] = [(Any, "node.k8s.io/v1", "1.25")],
        ["node.k8s.io/v1beta1"] = [(Any, "node.k8s.io/v1", "1.25")],
        ["flowcontrol.apiserver.k8s.io/v1alpha1"] = [(Any, "flowcontrol.apiserver.k8s.io/v1", "1.24")],
        ["flowcontrol.apiserver.k8s.io/v1beta1"] = [(Any, "flowcontrol.apiserver.k8s.io/v1", "1.26")],
        ["flowcontrol.apiserver.k8s.io/v1beta2"] = [(Any, "flowcontrol.apiserver.k8s.io/v1", "1.29")],
        ["flowcontrol.apiserver.k8s.io/v1beta3"] = [(Any, "flowcontrol.apiserver.k8s.io/v1", "1.32")],
    };

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (Removed.TryGetValue(item.ApiVersion, out var kinds) && Array.Find(kinds, k => k.Kind is Any || k.Kind == item.Kind) is { Replacement: not null } removed)
        {
            report.Violation(item.Resource, $"apiVersion of {ShownValue.OneLine(item.Kind)}", ShownValue.Quoted(item.ApiVersion), $"{removed.Replacement}, as Kubernetes {removed.Since} removed it");
        }
    }
}
