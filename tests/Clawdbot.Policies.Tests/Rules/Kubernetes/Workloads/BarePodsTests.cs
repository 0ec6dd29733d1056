using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

// The namespaces of this folder are not called as it is: that would hide the class Workloads from all tests of Kubernetes rules.
namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class BarePodsTests
{
    private static readonly BarePods Rule = new();

    private static readonly Sample Pod = Sample.Manifest("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
          ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web }]
        spec:
          containers: [{ name: web, image: web }]
        """);

    [Fact]
    public void Accepts_what_a_controller_made()
    {
        RuleCheck.Accepts(Rule, Pod);
        RuleCheck.Accepts(Rule, Workloads.Deployment);
    }

    [Fact]
    public void Accepts_a_test_of_a_chart() => RuleCheck.Accepts(Rule, Pod.Without("metadata.ownerReferences").With("metadata.annotations", "helm.sh/hook: test"));

    [Fact]
    public void Rejects_a_pod_of_its_own() => RuleCheck.Rejects(
        Rule,
        "The owner of the pod is not there; allowed: a Deployment, StatefulSet, DaemonSet or Job. Use a Deployment or a StatefulSet, or a Job for work that ends.",
        Pod.Without("metadata.ownerReferences"));
}
