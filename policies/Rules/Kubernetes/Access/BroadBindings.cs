using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>Bindings that give everything, or give to everybody.</summary>
internal sealed class BroadBindings() : KubernetesRule(
    new PolicyMetadata("rbac-cluster-admin")
    {
        Title = "Nobody is bound to cluster-admin, and nothing to everybody",
        Description = "Who is cluster-admin can do everything, nodes and Secrets included. The groups of all users include everybody who can reach the API server.",
        Severity = PolicySeverity.Critical,
        Frameworks =
        [
            FrameworkReference.KubeLinter("cluster-admin-role-binding"), FrameworkReference.Polaris("clusterrolebindingClusterAdmin"), FrameworkReference.Nsa("C-0035"), FrameworkReference.Nsa("C-0262"),
            FrameworkReference.CisKubernetes("5.1.1"), FrameworkReference.CisEks("4.1.1"),
        ],
        Remedy = "Bind a role with the rights that are used to the account that uses them.",
        Url = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
    },
    "RoleBinding",
    "ClusterRoleBinding")
{
    // What Kubernetes gives to everybody itself: its version, what the API has, who one is, the keys of service account tokens.
    private static readonly string[] PublicRoles = ["system:public-info-viewer", "system:discovery", "system:basic-user", "system:service-account-issuer-discovery"];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Group != "rbac.authorization.k8s.io")
        {
            return;
        }

        var role = item.Root["roleRef"]["name"];
        report.Part(item.Resource, () =>
        {
            // The binding of the group of administrators is Kubernetes' own.
            if (role.Text == "cluster-admin" && item.Root["roleRef"]["kind"].Text == "ClusterRole"
                && !(item.Name == "cluster-admin" && item.Root["subjects"].Items.All(subject => subject["name"].Text == "system:masters")))
            {
                report.Violation(role, "a role with fewer rights");
            }
        });
        report.Part(item.Resource, () =>
        {
            if (PublicRoles.Contains(role.Text, StringComparer.Ordinal))
            {
                return;
            }

            report.Each(item.Resource, item.Root["subjects"].Items, subject =>
            {
                if (subject["name"].Text is "system:anonymous" or "system:unauthenticated" or "system:authenticated" && subject["kind"].Text != "ServiceAccount")
                {
                    report.Violation(subject["name"], "a certain user, group or service account");
                }
            });
        });
    }
}
