using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class AdmissionPoliciesRulesTests
{
    [Fact]
    public void Accepts_the_defaults() => Assert.Empty(Check(new AdmissionPoliciesSpec()));

    [Fact]
    public void Accepts_rules_that_have_a_policy_and_namespaces_of_others() =>
        Assert.Empty(Check(new AdmissionPoliciesSpec { Mode = AdmissionMode.Deny, AuditOnly = AdmissionPolicyCatalog.Rules, ExemptNamespaces = ["other", "rook-ceph"] }));

    [Fact]
    public void Rejects_a_rule_without_a_policy()
    {
        var error = Assert.Single(Check(new AdmissionPoliciesSpec { AuditOnly = ["pod-privilegd"] }));
        Assert.StartsWith("CB1004: S.auditOnly[0] is 'pod-privilegd'; allowed: ", error, StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'pod-privileged'? Change it.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_names_that_are_repeated_or_no_names() =>
        Assert.Equal(
            [
                "CB1006: S.auditOnly is 'pod-privileged' again; allowed: each name once. Change it.",
                "CB1006: S.exemptNamespaces is 'a' again; allowed: each name once. Change it.",
                "CB2001: S.exemptNamespaces[2] is 'B'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. Change it.",
            ],
            Check(new AdmissionPoliciesSpec { AuditOnly = ["pod-privileged", "pod-privileged"], ExemptNamespaces = ["a", "a", "B"] }));

    [Fact]
    public void Rejects_leaving_out_a_namespace_of_the_system() =>
        Assert.Equal(
            ["CB1005: S.exemptNamespaces[0] is 'clawdbot-models'; allowed: a namespace of another program. The policies are there for this one; put the rule that it cannot keep into auditOnly. Change it."],
            Check(new AdmissionPoliciesSpec { ExemptNamespaces = ["clawdbot-models"] }));

    private static string[] Check(AdmissionPoliciesSpec spec) => AdmissionPoliciesRules.Check(spec, "S", "Change it.").Lines();
}
