using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class BroadBindingsTests
{
    private const string Remedy = "Bind a role with the rights that are used to the account that uses them.";

    private static readonly BroadBindings Rule = new();

    [Fact]
    public void Accepts_a_role_for_an_account() => RuleCheck.Accepts(Rule, KubernetesSamples.ClusterRoleBinding, KubernetesSamples.RoleBinding);

    [Fact]
    public void Accepts_the_keys_of_tokens_for_everybody() => RuleCheck.Accepts(
        Rule,
        KubernetesSamples.ClusterRoleBinding.With("roleRef.name", "'system:service-account-issuer-discovery'").With("subjects", "[{ kind: Group, name: 'system:unauthenticated' }]"));

    [Fact]
    public void Rejects_cluster_admin() => RuleCheck.Rejects(
        Rule, $"roleRef.name is 'cluster-admin'; allowed: a role with fewer rights. {Remedy}", KubernetesSamples.ClusterRoleBinding.With("roleRef.name", "cluster-admin"));

    [Fact]
    public void Rejects_cluster_admin_in_a_namespace() => RuleCheck.Rejects(
        Rule, $"roleRef.name is 'cluster-admin'; allowed: a role with fewer rights. {Remedy}", KubernetesSamples.RoleBinding.With("roleRef.name", "cluster-admin"));

    [Theory]
    [InlineData("User", "system:anonymous")]
    [InlineData("Group", "system:unauthenticated")]
    [InlineData("Group", "system:authenticated")]
    public void Rejects_everybody(string kind, string name) => RuleCheck.Rejects(
        Rule,
        $"subjects[0].name is '{name}'; allowed: a certain user, group or service account. {Remedy}",
        KubernetesSamples.RoleBinding.With("subjects", $"[{{ kind: {kind}, name: '{name}' }}]"));

    [Fact]
    public void Cannot_decide_an_unknown_subject() => RuleCheck.CannotDecide(
        Rule, "subjects[0].name is known only after the deployment", KubernetesSamples.RoleBinding.WithUnknown("subjects[0].name"));
}
