using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class EscalationTests
{
    private static readonly Escalation Rule = new();

    [Fact]
    public void Accepts_rights_that_do_not_lead_to_others() => RuleCheck.Accepts(Rule, KubernetesSamples.ClusterRole);

    [Fact]
    public void Accepts_certain_objects() => RuleCheck.Accepts(
        Rule, KubernetesSamples.ClusterRole.With("rules", "[{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind], resourceNames: [reader] }]"));

    [Theory]
    [InlineData("", "pods/exec", "create", "a right to run commands in pods")]
    [InlineData("", "pods/attach", "get", "a right to run commands in pods")]
    [InlineData("", "pods/ephemeralcontainers", "patch", "a right to run containers in pods")]
    [InlineData("", "nodes/proxy", "get", "a right to run commands on nodes")]
    [InlineData("", "serviceaccounts/token", "create", "a right to make tokens of service accounts")]
    [InlineData("", "users", "impersonate", "a right to act as others")]
    [InlineData("rbac.authorization.k8s.io", "clusterroles", "escalate", "a right to give out any role")]
    [InlineData("rbac.authorization.k8s.io", "roles", "bind", "a right to give out any role")]
    [InlineData("certificates.k8s.io", "certificatesigningrequests/approval", "update", "a right to approve certificates")]
    [InlineData("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "patch", "a right to change admission webhooks")]
    [InlineData("*", "pods/exec", "*", "a right to run commands in pods")]
    public void Rejects(string group, string resource, string verb, string right) => RuleCheck.Rejects(
        Rule,
        $"rules[0] of the ClusterRole is {right}; allowed: rights that do not lead to others. Remove the right, or restrict it to certain objects with resourceNames.",
        KubernetesSamples.ClusterRole.With("rules", $"[{{ apiGroups: ['{group}'], resources: ['{resource}'], verbs: ['{verb}'] }}]"));

    [Fact]
    public void Cannot_decide_unknown_verbs() => RuleCheck.CannotDecide(
        Rule, "rules[0].verbs is known only after the deployment", KubernetesSamples.ClusterRole.With("rules[0].resources", "[pods/exec]").WithUnknown("rules[0].verbs"));
}
