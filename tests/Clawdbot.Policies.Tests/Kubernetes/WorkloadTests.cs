using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Kubernetes;

/// <summary>Which objects make pods.</summary>
public sealed class WorkloadTests
{
    private const string Pod = "{ containers: [{ name: web, image: web }] }";

    [Theory]
    [InlineData("apps/v1", "Deployment", $"template: {{ spec: {Pod} }}", "spec.template.spec")]
    [InlineData("batch/v1", "CronJob", $"jobTemplate: {{ spec: {{ template: {{ spec: {Pod} }} }} }}", "spec.jobTemplate.spec.template.spec")]
    [InlineData("argoproj.io/v1alpha1", "Rollout", $"template: {{ spec: {Pod} }}", "spec.template.spec")]
    [InlineData("apps.kruise.io/v1alpha1", "CloneSet", $"template: {{ spec: {Pod} }}", "spec.template.spec")]
    [InlineData("serving.knative.dev/v1", "Service", $"template: {{ spec: {Pod} }}", "spec.template.spec")]
    [InlineData("serving.kserve.io/v1beta1", "InferenceService", $"predictor: {Pod}", "spec.predictor")]
    [InlineData("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", $"leaderWorkerTemplate: {{ workerTemplate: {{ spec: {Pod} }} }}", "spec.leaderWorkerTemplate.workerTemplate.spec")]
    public void Finds_the_containers(string version, string kind, string specification, string place) =>
        Assert.Equal($"{place}.containers[0]", Assert.Single(Read(version, kind, specification)!.Containers).Root.Path);

    [Theory]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "workloadRef: { kind: Deployment, name: web }")]
    [InlineData("serving.kserve.io/v1beta1", "InferenceService", "predictor: { model: { modelFormat: { name: sklearn } } }")]
    [InlineData("serving.knative.dev/v1", "Service", "traffic: []")]
    [InlineData("example.org/v1", "Deployment", $"template: {{ spec: {Pod} }}")]
    [InlineData("v1", "Service", "ports: []")]
    public void Has_none_without_a_specification_of_pods(string version, string kind, string specification) => Assert.Null(Read(version, kind, specification));

    [Theory]
    [InlineData("argoproj.io/v1alpha1", "Rollout", $"template: {{ spec: {Pod} }}", true)]
    [InlineData("serving.kserve.io/v1beta1", "InferenceService", $"predictor: {Pod}", false)]
    public void Knows_whose_labels_are_written(string version, string kind, string specification, bool own) => Assert.Equal(own, Read(version, kind, specification)!.HasOwnLabels);

    [Fact]
    public void Keeps_what_is_not_known_yet_undecided() => Assert.True(
        Assert.Single(Sample.Manifest("{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: { name: web }, spec: {} }").WithUnknown("spec.template").Resource.Objects).Workload!.Pod.IsUnreadable);

    private static Workload? Read(string version, string kind, string specification) =>
        Assert.Single(Sample.Manifest($"{{ apiVersion: {version}, kind: {kind}, metadata: {{ name: web, namespace: shop }}, spec: {{ {specification} }} }}").Resource.Objects).Workload;
}
