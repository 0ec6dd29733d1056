using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>Roles with stars.</summary>
internal sealed class Wildcards() : KubernetesRule(
    new PolicyMetadata("rbac-wildcards")
    {
        Title = "Roles list what they allow",
        Description = "A star gives rights to everything there is, and to everything that the next version or custom resource adds.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.KubeLinter("wildcard-in-rules"), FrameworkReference.CisKubernetes("5.1.3"), FrameworkReference.CisEks("4.1.3")],
        Remedy = "List the verbs, resources and groups that the program uses.",
        Url = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
    },
    "Role",
    "ClusterRole")
{
    private static readonly string[] Lists = ["apiGroups", "resources", "verbs"];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        foreach (var rule in AccessRule.Of(item))
        {
            report.Each(item.Resource, Lists, list =>
            {
                if (rule.Root[list].Items.Any(entry => entry.Text is "*" or "*/*"))
                {
                    report.Violation(rule.Root[list], "a list without *");
                }
            });
        }
    }
}
