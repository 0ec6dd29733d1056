using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ReadinessProbesTests
{
    private const string Probe = "spec.template.spec.containers[0].readinessProbe";
    private const string Remedy = "Add a readinessProbe that succeeds only when the container can do its work.";

    private static readonly ReadinessProbes Rule = new();

    [Fact]
    public void Accepts_a_probe() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_a_port_by_number() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Probe, "tcpSocket: { port: 9999 }"));

    [Fact]
    public void Accepts_an_init_container_and_a_job_without_probes()
    {
        RuleCheck.Accepts(Rule, Workloads.Deployment.With("spec.template.spec.initContainers", "[{ name: init, image: a }]"));
        RuleCheck.Accepts(Rule, Sample.Manifest("""
            apiVersion: batch/v1
            kind: Job
            metadata: { name: once }
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{ name: once, image: a }]
            """));
    }

    [Fact]
    public void Rejects_a_container_without_a_probe() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].readinessProbe of container 'web' is not set; allowed: a probe. {Remedy}", Workloads.Deployment.Without(Probe));

    [Fact]
    public void Rejects_a_probe_that_asks_nothing() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].readinessProbe of container 'web' is an object; allowed: a probe with httpGet, tcpSocket, grpc or exec. {Remedy}",
        Workloads.Deployment.With(Probe, "periodSeconds: 5"));

    [Fact]
    public void Rejects_a_port_that_the_container_does_not_have() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].readinessProbe.httpGet.port of container 'web' is 'metrics'; allowed: a number, or the name of one of the container's ports. {Remedy}",
        Workloads.Deployment.With($"{Probe}.httpGet.port", "metrics"));

    [Fact]
    public void Cannot_decide_an_unknown_probe() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].readinessProbe is known only after the deployment", Workloads.Deployment.WithUnknown(Probe));
}
