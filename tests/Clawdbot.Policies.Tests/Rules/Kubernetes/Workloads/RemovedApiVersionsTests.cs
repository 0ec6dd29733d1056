using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class RemovedApiVersionsTests
{
    private static readonly RemovedApiVersions Rule = new();

    [Fact]
    public void Accepts_what_exists() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Autoscaler, KubernetesSamples.Budget, KubernetesSamples.ScaledObject);

    [Theory]
    [InlineData("extensions/v1beta1", "Deployment", "apps/v1, as Kubernetes 1.16 removed it")]
    [InlineData("extensions/v1beta1", "Ingress", "networking.k8s.io/v1, as Kubernetes 1.22 removed it")]
    [InlineData("policy/v1beta1", "PodDisruptionBudget", "policy/v1, as Kubernetes 1.25 removed it")]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "Pod Security Admission, as Kubernetes 1.25 removed it")]
    [InlineData("batch/v1beta1", "CronJob", "batch/v1, as Kubernetes 1.25 removed it")]
    [InlineData("autoscaling/v2beta2", "HorizontalPodAutoscaler", "autoscaling/v2, as Kubernetes 1.26 removed it")]
    public void Rejects_what_was_removed(string apiVersion, string kind, string replacement) => RuleCheck.Rejects(
        Rule,
        $"apiVersion of {kind} is '{apiVersion}'; allowed: {replacement}. Use the version that replaced it, and adapt the fields that changed.",
        Sample.Manifest($"{{ apiVersion: {apiVersion}, kind: {kind}, metadata: {{ name: a }} }}"));
}
