using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class TokenAutomountTests
{
    private const string Mount = "spec.template.spec.automountServiceAccountToken";
    private const string Remedy = "allowed: false, as no role is bound to its service account. Set automountServiceAccountToken to false in the pod, or bind a role to its service account.";

    private static readonly TokenAutomount Rule = new();

    [Fact]
    public void Accepts_a_pod_without_a_token() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_a_pod_whose_account_has_none() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Mount), KubernetesSamples.ServiceAccount);

    [Fact]
    public void Accepts_a_token_for_an_account_with_a_role() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Mount, "true"), KubernetesSamples.ServiceAccount, KubernetesSamples.RoleBinding);

    [Fact]
    public void Accepts_an_account_that_is_bound_as_a_user() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With(Mount, "true"), KubernetesSamples.ClusterRoleBinding.With("subjects", "[{ kind: User, name: 'system:serviceaccount:shop:web' }]"));

    [Fact]
    public void Rejects_a_pod_that_does_not_say() => RuleCheck.Rejects(Rule, $"spec.template.spec.automountServiceAccountToken is not set; {Remedy}", Workloads.Deployment.Without(Mount));

    [Fact]
    public void Rejects_a_pod_that_overrules_its_account() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.automountServiceAccountToken is true; {Remedy}", Workloads.Deployment.With(Mount, "true"), KubernetesSamples.ServiceAccount);

    [Fact]
    public void Rejects_a_role_of_another_account() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.automountServiceAccountToken is true; {Remedy}", Workloads.Deployment.With(Mount, "true"), KubernetesSamples.RoleBinding.With("subjects[0].name", "other"));

    [Fact]
    public void Cannot_decide_when_a_binding_is_unknown() => RuleCheck.CannotDecide(
        Rule, "the role bindings of the stack cannot all be read", Workloads.Deployment.With(Mount, "true"), KubernetesSamples.RoleBinding.WithUnknown("subjects[0].name"));
}
