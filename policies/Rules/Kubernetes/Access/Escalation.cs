using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>Roles that give more than they say. What stands behind a star is another rule's matter.</summary>
internal sealed class Escalation() : KubernetesRule(
    new PolicyMetadata("rbac-escalation")
    {
        Title = "Roles do not let their holders take more rights",
        Description = "Who may run commands in pods, bind or change roles, act as others, make tokens, approve certificates or change admission webhooks has in the end all rights of the cluster.",
        Severity = PolicySeverity.High,
        Frameworks =
        [
            FrameworkReference.Polaris("clusterrolePodExecAttach"), FrameworkReference.Nsa("C-0002"), FrameworkReference.Nsa("C-0065"), FrameworkReference.CisKubernetes("5.1.8"),
            FrameworkReference.CisKubernetes("5.1.10"), FrameworkReference.CisKubernetes("5.1.11"), FrameworkReference.CisKubernetes("5.1.12"), FrameworkReference.CisKubernetes("5.1.13"),
        ],
        Remedy = "Remove the right, or restrict it to certain objects with resourceNames.",
        Url = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    },
    "Role",
    "ClusterRole")
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Certificates = "certificates.k8s.io";

    private const string Admission = "admissionregistration.k8s.io";

    private static readonly (string Group, string[] Resources, string[] Verbs, string Right)[] Rights =
    [
        // Commands go over a websocket too, which the API server takes for a get.
        ("", ["pods/exec", "pods/attach"], ["create", "get"], "a right to run commands in pods"),
        ("", ["pods/ephemeralcontainers"], ["update", "patch"], "a right to run containers in pods"),
        ("", ["nodes/proxy"], ["create", "get"], "a right to run commands on nodes"),
        ("", ["serviceaccounts/token"], ["create"], "a right to make tokens of service accounts"),
        ("", ["users", "groups", "serviceaccounts"], ["impersonate"], "a right to act as others"),
        (Rbac, ["roles", "clusterroles"], ["bind", "escalate"], "a right to give out any role"),
        (Certificates, ["certificatesigningrequests/approval"], ["update", "patch"], "a right to approve certificates"),
        (Admission, ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"], ["create", "patch", "update"], "a right to change admission webhooks"),
    ];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report) => report.Each(item.Resource, AccessRule.Of(item), rule =>
    {
        if (rule.IsForNamedObjects)
        {
            return;
        }

        foreach (var (group, resources, verbs, right) in Rights)
        {
            if (Array.Exists(resources, resource => rule.Names(group, resource)) && rule.Allows(verbs))
            {
                report.Violation(item.Resource, $"{rule.Root.Path} of the {item.Kind}", right, "rights that do not lead to others");
            }
        }
    });
}
