using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmStartupProbeTests
{
    private static readonly VllmStartupProbe Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_liveness_probe_that_waits() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.startupProbe").With($"{VllmSamples.Container}.livenessProbe.initialDelaySeconds", "600"));

    [Fact]
    public void Accepts_no_probe_that_restarts() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.startupProbe").Without($"{VllmSamples.Container}.livenessProbe"));

    [Fact]
    public void Rejects_a_liveness_probe_alone() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].startupProbe of container 'vllm' is not set; allowed: 300 seconds or more until the server is restarted. The liveness probe restarts it after 60 seconds. Give the server a startup probe on /health whose failureThreshold times periodSeconds is longer than the slowest start.",
        VllmSamples.Deployment.Without($"{VllmSamples.Container}.startupProbe"));

    [Fact]
    public void Rejects_a_short_budget() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].startupProbe of container 'vllm' is a budget of 100 seconds; allowed: 300 seconds or more until the server is restarted. Give the server a startup probe on /health whose failureThreshold times periodSeconds is longer than the slowest start.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.startupProbe.failureThreshold", "10"));

    [Fact]
    public void Cannot_decide_an_unknown_probe() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].startupProbe is known only after the deployment", VllmSamples.Deployment.WithUnknown($"{VllmSamples.Container}.startupProbe"));
}
