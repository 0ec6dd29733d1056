using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Twins about pods find them in every kind, and stumble over nothing that may be missing.</summary>
public sealed class AdmissionKindsTests
{
    public static TheoryData<string> Kinds { get; } = new("Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_pods_of_every_kind_are_found(string kind)
    {
        var made = Of(kind, "hostNetwork: true, containers: [{ name: a, image: a:1 }, { name: b, image: a:1, securityContext: { privileged: true } }]");

        Assert.Single(CelTwin.Of("clawdbot-pod-host-namespaces").Check(made));
        Assert.StartsWith("container \"b\" breaks rule pod-privileged", Assert.Single(CelTwin.Of("clawdbot-pod-privileged").Check(made)), StringComparison.Ordinal);
    }

    /// <summary>Whatever may be missing: an expression that fails would refuse the object, or let it pass, for no reason.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_that_may_be_missing_is_an_error(string kind)
    {
        string[] pods =
        [
            "containers: [{ name: a, image: a }]",
            "containers: [{ name: a }]",
            "containers: []",
            "restartPolicy: Never",
            "securityContext: {}, containers: [{ name: a, image: vllm/vllm-openai, securityContext: {}, resources: {}, ports: [{ containerPort: 1 }], env: [{ name: A }], volumeMounts: [{ name: v, mountPath: / }] }], volumes: [{ name: v }]",
            "initContainers: [{ name: a, image: a, restartPolicy: Always, securityContext: { capabilities: {}, seccompProfile: {}, appArmorProfile: {} }, resources: { requests: {}, limits: {} } }], os: {}",
            "ephemeralContainers: [{ name: a, image: a }], containers: [{ name: b, image: vllm/vllm-openai:v0.1, args: [--model], command: [] }]",
        ];
        var twins = AdmissionTwins.All.Where(twin => twin.Targets.Any(target => target.Resources.Contains($"{kind.ToLowerInvariant()}s"))).ToArray();
        Assert.True(twins.Length > 20);
        Assert.All(pods, pod => Assert.All(twins, twin => CelTwin.Of(twin.Name).Check(Of(kind, pod))));
    }

    /// <summary>Network policies may guard it: a rule about the stack knows, one about the object cannot.</summary>
    [Fact]
    public void What_other_objects_decide_is_left_to_the_rule() => Assert.Empty(CelTwin.Of("clawdbot-service-exposure").Check(Sample.Manifest("""
        apiVersion: v1
        kind: Service
        metadata: { name: a }
        spec: { type: NodePort, externalTrafficPolicy: Local, ports: [{ port: 443 }] }
        """)));

    [Fact]
    public void An_annotation_of_a_service_is_a_change()
    {
        var service = Sample.Manifest("{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { type: LoadBalancer } }");
        var twin = CelTwin.Of("clawdbot-service-exposure");

        Assert.False(twin.IsAsked(service.With("metadata.labels", "{ a: b }"), service));
        Assert.True(twin.IsAsked(service.With("metadata.annotations", "{ a: b }"), service));
    }

    [Fact]
    public void A_change_is_looked_at_when_it_concerns_the_specification()
    {
        var twin = CelTwin.Of("clawdbot-pod-privileged");
        var was = Workloads.Deployment;

        Assert.True(twin.IsAsked(was, null));
        Assert.False(twin.IsAsked(was.With("metadata.labels.a", "b"), was));
        Assert.True(twin.IsAsked(was.With("spec.template.spec.containers[0].image", "other"), was));
    }

    private static Sample Of(string kind, string pod) => Sample.Manifest(kind switch
    {
        "Pod" => $"{{ apiVersion: v1, kind: Pod, metadata: {{ name: a }}, spec: {{ {pod} }} }}",
        "CronJob" => $"{{ apiVersion: batch/v1, kind: CronJob, metadata: {{ name: a }}, spec: {{ jobTemplate: {{ spec: {{ template: {{ spec: {{ {pod} }} }} }} }} }} }}",
        "Job" => $"{{ apiVersion: batch/v1, kind: Job, metadata: {{ name: a }}, spec: {{ template: {{ spec: {{ {pod} }} }} }} }}",
        _ => $"{{ apiVersion: apps/v1, kind: {kind}, metadata: {{ name: a }}, spec: {{ template: {{ spec: {{ {pod} }} }} }} }}",
    });
}
