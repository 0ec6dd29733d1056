using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class SecretAccessTests
{
    private const string Message = "rules[0] of the ClusterRole is a right to read all Secrets; allowed: rights to other resources, or to Secrets in resourceNames. "
        + "Use a Role in the namespace, or name the Secrets in resourceNames.";

    private static readonly Sample Reader = KubernetesSamples.ClusterRole.With("rules[0].resources", "[secrets]");

    private static readonly SecretAccess Rule = new();

    [Fact]
    public void Accepts_other_resources() => RuleCheck.Accepts(Rule, KubernetesSamples.ClusterRole, KubernetesSamples.ClusterRoleBinding);

    [Fact]
    public void Accepts_secrets_by_name() => RuleCheck.Accepts(Rule, Reader.With("rules[0].resourceNames", "[web-tls]"));

    [Fact]
    public void Accepts_a_role_that_is_bound_in_a_namespace_only() => RuleCheck.Accepts(Rule, Reader, KubernetesSamples.RoleBinding);

    [Fact]
    public void Accepts_who_only_writes() => RuleCheck.Accepts(Rule, Reader.With("rules[0].verbs", "[create, patch]"));

    [Fact]
    public void Rejects_all_secrets() => RuleCheck.Rejects(Rule, Message, Reader, KubernetesSamples.RoleBinding, KubernetesSamples.ClusterRoleBinding);

    [Fact]
    public void Rejects_a_role_that_others_may_bind() => RuleCheck.Rejects(Rule, Message, Reader);

    [Fact]
    public void Rejects_all_resources() => RuleCheck.Rejects(Rule, Message, Reader.With("rules[0].resources", "['*']"));

    [Fact]
    public void Cannot_decide_unknown_resources() => RuleCheck.CannotDecide(Rule, "rules[0].resources is known only after the deployment", Reader.WithUnknown("rules[0].resources"));
}
