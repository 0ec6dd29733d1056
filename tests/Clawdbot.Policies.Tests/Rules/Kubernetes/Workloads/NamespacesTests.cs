using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class NamespacesTests
{
    private const string Remedy = "allowed: a namespace other than default. Set metadata.namespace to the namespace of the application.";

    private static readonly Namespaces Rule = new();

    [Fact]
    public void Accepts_a_namespace() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Theory]
    [InlineData("v1", "Namespace")]
    [InlineData("rbac.authorization.k8s.io/v1", "ClusterRole")]
    [InlineData("storage.k8s.io/v1", "StorageClass")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition")]
    [InlineData("cert-manager.io/v1", "ClusterIssuer")]
    public void Accepts_kinds_of_the_cluster(string apiVersion, string kind) => RuleCheck.Accepts(Rule, Sample.Manifest($"{{ apiVersion: {apiVersion}, kind: {kind}, metadata: {{ name: a }} }}"));

    [Fact]
    public void Rejects_an_object_without_a_namespace() => RuleCheck.Rejects(Rule, $"metadata.namespace is not set; {Remedy}", Workloads.Deployment.Without("metadata.namespace"));

    [Fact]
    public void Rejects_the_default_namespace() => RuleCheck.Rejects(Rule, $"metadata.namespace is 'default'; {Remedy}", Workloads.Deployment.With("metadata.namespace", "default"));

    [Fact]
    public void Rejects_a_known_custom_kind_without_a_namespace() => RuleCheck.Rejects(
        Rule, $"metadata.namespace is not set; {Remedy}", Sample.Manifest("{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: a } }"));

    [Fact]
    public void Cannot_decide_a_custom_kind_that_it_does_not_know() => RuleCheck.CannotDecide(
        Rule, "it is not known whether objects of the kind Thing live in a namespace", Sample.Manifest("{ apiVersion: example.com/v1, kind: Thing, metadata: { name: a } }"));

    [Fact]
    public void Cannot_decide_an_unknown_namespace() => RuleCheck.CannotDecide(Rule, "metadata.namespace is known only after the deployment", Workloads.Deployment.WithUnknown("metadata.namespace"));
}
