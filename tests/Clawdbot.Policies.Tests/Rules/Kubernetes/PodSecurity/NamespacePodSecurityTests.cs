using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class NamespacePodSecurityTests
{
    private const string Enforce = """metadata.labels["pod-security.kubernetes.io/enforce"]""";
    private const string Version = """metadata.labels["pod-security.kubernetes.io/enforce-version"]""";
    private const string Remedy = "Set the label pod-security.kubernetes.io/enforce to restricted, and to privileged only where node agents run.";

    private static readonly NamespacePodSecurity Rule = new();

    private static Sample Shop { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: v1.34
        """);

    [Fact]
    public void Accepts_a_restricted_namespace() => RuleCheck.Accepts(Rule, Shop);

    [Fact]
    public void Accepts_a_baseline_namespace_of_the_newest_version() => RuleCheck.Accepts(Rule, Shop.With(Enforce, "baseline").With(Version, "latest"), Shop.Without(Version));

    [Theory]
    [InlineData("kube-system")]
    [InlineData("node-agents")]
    [InlineData("rook-ceph")]
    public void Accepts_privileged_namespaces_for_node_agents(string name) => RuleCheck.Accepts(Rule, Shop.With(Enforce, "privileged").With("metadata.name", name));

    [Fact]
    public void Accepts_privileged_namespaces_that_are_configured()
    {
        var configuration = new PolicyConfiguration(true, new Dictionary<string, RuleConfiguration>
        {
            ["namespace-pod-security"] = new(EnforcementLevel.Mandatory, new Dictionary<string, object> { ["privilegedNamespaces"] = new[] { "shop" } }),
        });

        Assert.Empty(RuleCheck.Run(Rule, configuration, Shop.With(Enforce, "privileged")).Violations);
        Assert.Single(RuleCheck.Run(Rule, configuration, Shop.With(Enforce, "privileged").With("metadata.name", "rook-ceph")).Violations);
    }

    [Fact]
    public void Accepts_a_namespace_of_another_API() => RuleCheck.Accepts(Rule, Sample.Manifest("""
        apiVersion: servicebus.azure.com/v1api20211101
        kind: Namespace
        metadata: { name: shop }
        """));

    [Fact]
    public void Rejects_a_namespace_without_the_label() => RuleCheck.Rejects(
        Rule,
        $"metadata.labels[\"pod-security.kubernetes.io/enforce\"] is not set; allowed: restricted, baseline or privileged. {Remedy}",
        Shop.Without("metadata.labels"));

    [Fact]
    public void Rejects_a_level_that_does_not_exist() => RuleCheck.Rejects(
        Rule,
        $"metadata.labels[\"pod-security.kubernetes.io/enforce\"] is 'Restricted'; allowed: restricted, baseline or privileged. {Remedy}",
        Shop.With(Enforce, "Restricted"));

    [Fact]
    public void Rejects_a_privileged_namespace() => RuleCheck.Rejects(
        Rule,
        $"metadata.labels[\"pod-security.kubernetes.io/enforce\"] is 'privileged'; allowed: restricted or baseline; privileged only in the namespaces of the setting privilegedNamespaces. {Remedy}",
        Shop.With(Enforce, "privileged"));

    [Theory]
    [InlineData("1.34")]
    [InlineData("v1")]
    [InlineData("v1.034")]
    [InlineData("v2.0")]
    [InlineData("newest")]
    [InlineData("v1.34.2")]
    public void Rejects_a_version_that_the_cluster_does_not_understand(string version) => RuleCheck.Rejects(
        Rule,
        $"metadata.labels[\"pod-security.kubernetes.io/enforce-version\"] is '{version}'; allowed: latest or a version such as v1.34. {Remedy}",
        Shop.With(Version, $"'{version}'"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "metadata.labels[\"pod-security.kubernetes.io/enforce\"] is known only after the deployment", Shop.WithUnknown(Enforce));
}
