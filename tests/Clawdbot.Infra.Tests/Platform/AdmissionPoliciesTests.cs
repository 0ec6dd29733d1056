using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class AdmissionPoliciesTests
{
    private const string Policy = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy";
    private const string Binding = "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding";

    /// <summary>One may refuse, by the plan's own rule; the mode and the list of exceptions decide whether it does.</summary>
    private const string Strict = "clawdbot-pod-privileged";

    [Fact]
    public async Task Every_policy_of_the_catalogue_has_its_binding()
    {
        var mocks = await Start(new AdmissionPoliciesSpec());

        Assert.NotEmpty(AdmissionPolicyCatalog.All);
        Assert.Equal(AdmissionPolicyCatalog.All.Select(policy => policy.Name), mocks.Resources.Where(resource => resource.Type == Policy).Select(Name));
        Assert.All(AdmissionPolicyCatalog.All, policy =>
        {
            var binding = Assert.Single(mocks.Resources, resource => resource.Type == Binding && Name(resource) == policy.Name);
            Assert.Equal(policy.Name, (string?)binding.Inputs["spec"]!["policyName"]);
            Assert.Equal($"admission{policy.Name["clawdbot".Length..]}-binding", binding.Name);
        });
    }

    [Fact]
    public async Task A_policy_is_what_the_policy_pack_wrote()
    {
        var mocks = await Start(new AdmissionPoliciesSpec());

        Assert.All(AdmissionPolicyCatalog.All, definition =>
        {
            var spec = Spec(mocks, Policy, definition.Name);
            Assert.True(spec.AsObject().Remove("failurePolicy"));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(definition.Spec.GetRawText()), spec), spec.ToJsonString());
        });
    }

    [Fact]
    public async Task Nothing_is_refused_by_default()
    {
        var mocks = await Start(new AdmissionPoliciesSpec());

        Assert.All(mocks.Resources.Where(resource => resource.Type == Policy), policy => Assert.Equal("Ignore", (string?)policy.Inputs["spec"]!["failurePolicy"]));
        Assert.All(mocks.Resources.Where(resource => resource.Type == Binding), binding => Assert.Equal("""["Audit"]""", binding.Inputs["spec"]!["validationActions"]!.ToJsonString()));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"matchPolicy":"Equivalent","namespaceSelector":{
                  "matchLabels":{"app.kubernetes.io/part-of":"clawdbot"},
                  "matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"NotIn","values":["kube-system","node-agents","rook-ceph"]}]}}
                """),
            Spec(mocks, Binding, Strict)["matchResources"]), Spec(mocks, Binding, Strict).ToJsonString());
    }

    [Fact]
    public async Task Warnings_stand_in_the_audit_log_too()
    {
        var mocks = await Start(new AdmissionPoliciesSpec { Mode = AdmissionMode.Warn });

        Assert.Equal("""["Warn","Audit"]""", Spec(mocks, Binding, Strict)["validationActions"]!.ToJsonString());
        Assert.Equal("Ignore", (string?)Spec(mocks, Policy, Strict)["failurePolicy"]);
    }

    [Fact]
    public async Task What_is_refused_leaves_the_charts_alone_and_fails_closed()
    {
        var mocks = await Start(new AdmissionPoliciesSpec { Mode = AdmissionMode.Deny, ExemptNamespaces = ["zoo"] });

        Assert.Equal("""["Deny","Audit"]""", Spec(mocks, Binding, Strict)["validationActions"]!.ToJsonString());
        Assert.Equal("Fail", (string?)Spec(mocks, Policy, Strict)["failurePolicy"]);
        Assert.Equal(
            """["cert-manager","keda","kube-system","monitoring","node-agents","rook-ceph","zoo"]""",
            Spec(mocks, Binding, Strict)["matchResources"]!["namespaceSelector"]!["matchExpressions"]![0]!["values"]!.ToJsonString());
    }

    [Fact]
    public async Task An_exception_is_audited_whatever_the_mode()
    {
        var mocks = await Start(new AdmissionPoliciesSpec { Mode = AdmissionMode.Deny, AuditOnly = ["pod-privileged"] });

        Assert.Equal("""["Audit"]""", Spec(mocks, Binding, Strict)["validationActions"]!.ToJsonString());
        Assert.Equal("Ignore", (string?)Spec(mocks, Policy, Strict)["failurePolicy"]);
    }

    [Theory]
    [InlineData(AdmissionMode.Audit, AdmissionMode.Deny, AdmissionMode.Audit)]
    [InlineData(AdmissionMode.Deny, AdmissionMode.Warn, AdmissionMode.Warn)]
    [InlineData(AdmissionMode.Deny, AdmissionMode.Audit, AdmissionMode.Audit)]
    [InlineData(AdmissionMode.Deny, AdmissionMode.Deny, AdmissionMode.Deny)]
    public void No_policy_does_more_than_it_may(AdmissionMode mode, AdmissionMode strictest, AdmissionMode expected) =>
        Assert.Equal(expected, new AdmissionPoliciesSpec { Mode = mode }.ModeOf(new AdmissionPolicyDefinition("clawdbot-x", "x", strictest, default)));

    [Fact]
    public async Task Rejects_arguments_that_break_a_rule_before_anything_is_made()
    {
        var mocks = await Run.Program(() => Assert.Equal(
            ["AdmissionPolicies 'admission'.exemptNamespaces[0]"],
            Assert.Throws<DiagnosticException>(() => Create(new AdmissionPoliciesSpec { ExemptNamespaces = ["clawdbot"] })).Diagnostics.Select(diagnostic => diagnostic.Subject)));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type is Policy or Binding);
    }

    private static Task<RecordingMocks> Start(AdmissionPoliciesSpec spec) => Run.Program(() => Create(spec));

    private static AdmissionPolicies Create(AdmissionPoliciesSpec spec) => new("admission", new AdmissionPoliciesArgs { Spec = spec });

    private static string? Name(RecordedResource resource) => (string?)resource.Inputs["metadata"]!["name"];

    private static JsonNode Spec(RecordingMocks mocks, string type, string name) =>
        Assert.Single(mocks.Resources, resource => resource.Type == type && Name(resource) == name).Inputs["spec"]!;
}
