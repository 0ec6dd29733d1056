using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>Roles that read all Secrets of the cluster. A ClusterRole that the stack binds only within namespaces does not.</summary>
internal sealed class SecretAccess() : StackRule(new PolicyMetadata("rbac-secrets")
{
    Title = "No role reads the Secrets of all namespaces",
    Description = "Among them are the tokens of accounts with more rights: who reads all Secrets soon has the cluster.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.KubeLinter("access-to-secrets"), FrameworkReference.Nsa("C-0015"), FrameworkReference.CisKubernetes("5.1.2"), FrameworkReference.CisEks("4.1.2")],
    Remedy = "Use a Role in the namespace, or name the Secrets in resourceNames.",
    Url = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var access = StackAccess.Of(stack);
        foreach (var role in stack.OfKind("ClusterRole").Where(role => !access.IsBoundOnlyInNamespaces(role.Name)))
        {
            report.Part(role.Resource, () => report.Each(role.Resource, AccessRule.Of(role), rule =>
            {
                if (rule.Covers("", "secrets") && rule.Allows("get", "list", "watch") && !rule.IsForNamedObjects)
                {
                    if (access.HasUnreadableRoles)
                    {
                        report.Undecided(role.Resource, "the role bindings of the stack cannot all be read");
                        return;
                    }

                    report.Violation(role.Resource, $"{rule.Root.Path} of the ClusterRole", "a right to read all Secrets", "rights to other resources, or to Secrets in resourceNames");
                }
            }));
        }
    }
}
