using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Platform;

public sealed class NamespacesTests
{
    [Fact]
    public async Task Each_namespace_is_restricted_and_closed()
    {
        var mocks = await Run.Program(() => Create(new NamespaceDefinition("clawdbot-models", AllowDns: false)));

        var labels = mocks.Only("kubernetes:core/v1:Namespace").Inputs["metadata"]!["labels"]!;
        foreach (var mode in new[] { "enforce", "audit", "warn" })
        {
            Assert.Equal("restricted", (string?)labels[$"pod-security.kubernetes.io/{mode}"]);
            Assert.Equal("v1.34", (string?)labels[$"pod-security.kubernetes.io/{mode}-version"]);
        }
        var policy = mocks.Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs;
        Assert.Equal("clawdbot-models", (string?)policy["metadata"]!["namespace"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"podSelector":{},"policyTypes":["Ingress","Egress"]}"""), policy["spec"]));
    }

    [Fact]
    public async Task Dns_is_opened_only_where_asked_for()
    {
        var mocks = await Run.Program(() => Create(new NamespaceDefinition("a", AllowDns: true), new NamespaceDefinition("b", AllowDns: false)));

        var policy = Assert.Single(mocks.Resources, resource => resource.Name.EndsWith("-allow-dns", StringComparison.Ordinal));
        Assert.Equal("spaces-a-allow-dns", policy.Name);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"podSelector":{},"policyTypes":["Egress"],"egress":[{
                  "to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"kube-system"}},"podSelector":{"matchLabels":{"k8s-app":"kube-dns"}}}],
                  "ports":[{"protocol":"UDP","port":53.0},{"protocol":"TCP","port":53.0}]}]}
                """),
            policy.Inputs["spec"]), policy.Inputs["spec"]!.ToJsonString());
    }

    /// <summary>Ceph daemons handle the node's disks, and their chart describes their traffic.</summary>
    [Theory]
    [InlineData(PodSecurityLevel.Privileged, "privileged")]
    [InlineData(PodSecurityLevel.Baseline, "baseline")]
    public async Task A_namespace_of_an_operator_is_wider_and_open(PodSecurityLevel level, string label)
    {
        var mocks = await Run.Program(() => Create(new NamespaceDefinition("rook-ceph", AllowDns: false) { PodSecurity = level, DefaultDeny = false }));

        var labels = mocks.Only("kubernetes:core/v1:Namespace").Inputs["metadata"]!["labels"]!;
        Assert.All(["enforce", "audit", "warn"], mode => Assert.Equal(label, (string?)labels[$"pod-security.kubernetes.io/{mode}"]));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy");
    }

    [Fact]
    public async Task A_name_carries_the_dependency_on_its_namespace_and_its_policies()
    {
        Namespaces? namespaces = null;
        await Run.Program(() => namespaces = Create(new NamespaceDefinition("a", AllowDns: true)));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(namespaces!.NameOf("a")));
        Assert.Equal(
            ["spaces-a", "spaces-a-allow-dns", "spaces-a-default-deny"],
            (await OutputUtilities.GetDependenciesAsync(namespaces.NameOf("a"))).Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal));
        Assert.Equal("No namespace 'c' here; there are: a. (Parameter 'name')", Assert.Throws<ArgumentException>(() => namespaces.NameOf("c")).Message);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => Create()));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static Namespaces Create(params NamespaceDefinition[] items) => new("spaces", new NamespacesArgs { Items = [.. items] });
}
