using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantSingleReplicaTests
{
    private const string Remedy = "Run one pod for each person or team, and let the old pod end before the new one starts.";

    private static readonly AssistantSingleReplica Rule = new();

    private static readonly Sample Scaler = Sample.Manifest("""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: assistant, namespace: chat }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: assistant }
          maxReplicas: 1
        """);

    [Fact]
    public void Accepts_one_pod_that_is_recreated() => RuleCheck.Accepts(Rule, AssistantSamples.Deployment, Scaler);

    [Fact]
    public void Accepts_several_pods_of_something_else() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Rejects_two_pods() => RuleCheck.Rejects(Rule, $"spec.replicas is 2; allowed: 1. {Remedy}", AssistantSamples.Deployment.With("spec.replicas", "2"));

    [Fact]
    public void Rejects_two_pods_of_another_image_that_runs_it() => RuleCheck.Rejects(
        Rule,
        $"spec.replicas is 2; allowed: 1. {Remedy}",
        AssistantSamples.Deployment
            .With("spec.replicas", "2")
            .With("spec.template.spec.containers[0].image", "node:24")
            .With("spec.template.spec.containers[0].command", "[sh, -c, 'clawdbot gateway --port 18789']"));

    [Fact]
    public void Rejects_an_overlap_of_old_and_new() => RuleCheck.Rejects(
        Rule, $"spec.strategy.type is not set; allowed: Recreate. {Remedy}", AssistantSamples.Deployment.Without("spec.strategy"));

    [Fact]
    public void Rejects_one_on_each_node() => RuleCheck.Rejects(
        Rule,
        $"The kind of container 'openclaw' is DaemonSet; allowed: Deployment or StatefulSet, with one replica. {Remedy}",
        Sample.Manifest("""
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: { name: assistant, namespace: chat }
            spec: { template: { spec: { containers: [{ name: openclaw, image: "openclaw/openclaw:2026.9.6" }] } } }
            """));

    [Fact]
    public void Rejects_a_scaler() => RuleCheck.Rejects(Rule, $"spec.maxReplicas is 5; allowed: 1. {Remedy}", AssistantSamples.Deployment, Scaler.With("spec.maxReplicas", "5"));

    [Fact]
    public void Rejects_a_scaler_of_keda() => RuleCheck.Rejects(
        Rule,
        $"spec.maxReplicaCount is not set; allowed: 1. {Remedy}",
        AssistantSamples.Deployment,
        Sample.Manifest("""
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: { name: assistant, namespace: chat }
            spec: { scaleTargetRef: { name: assistant } }
            """));

    [Fact]
    public void Cannot_decide_a_number_that_is_not_known_yet() =>
        RuleCheck.CannotDecide(Rule, "spec.replicas is known only after the deployment", AssistantSamples.Deployment.WithUnknown("spec.replicas"));
}
