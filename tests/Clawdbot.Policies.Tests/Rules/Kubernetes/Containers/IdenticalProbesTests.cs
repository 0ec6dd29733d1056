using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class IdenticalProbesTests
{
    private const string Container = "spec.template.spec.containers[0]";

    private static readonly IdenticalProbes Rule = new();

    [Fact]
    public void Accepts_probes_of_two_addresses() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_one_address_with_more_patience() => RuleCheck.Accepts(
        Rule,
        Workloads.Deployment.With($"{Container}.livenessProbe", "{ failureThreshold: 6, httpGet: { path: /health, port: http } }").With($"{Container}.readinessProbe", "httpGet: { path: /health, port: http }"));

    [Fact]
    public void Accepts_two_commands() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With($"{Container}.livenessProbe", "exec: { command: [a, b] }").With($"{Container}.readinessProbe", "exec: { command: [a, c] }"));

    [Fact]
    public void Rejects_the_same_probe_with_defaults_written_out() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].livenessProbe of container 'web' is the same as readinessProbe; allowed: another handler, or other timings. Give the liveness probe another address, or a higher failureThreshold than the readiness probe has.",
        Workloads.Deployment.With($"{Container}.livenessProbe", "{ periodSeconds: 10, httpGet: { path: /readyz, port: http, scheme: HTTP } }"));

    [Fact]
    public void Cannot_decide_an_unknown_address() => RuleCheck.CannotDecide(
        Rule,
        "spec.template.spec.containers[0].livenessProbe.httpGet.path is known only after the deployment",
        Workloads.Deployment.WithUnknown($"{Container}.livenessProbe.httpGet.path"));
}
