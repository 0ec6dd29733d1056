using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmPromptLoggingTests
{
    private static readonly VllmPromptLogging Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_requests_without_their_text() => RuleCheck.Accepts(Rule, VllmSamples.With("--enable-log-requests"));

    [Fact]
    public void Accepts_outputs_that_are_off() => RuleCheck.Accepts(Rule, VllmSamples.With("--no-enable-log-outputs"));

    [Fact]
    public void Rejects_outputs() => RuleCheck.Rejects(
        Rule,
        "--enable-log-outputs in spec.template.spec.containers[0].args[10] of container 'vllm' is on; allowed: off. Log neither outputs, nor requests at the level DEBUG.",
        VllmSamples.With("--enable-log-outputs"));

    [Fact]
    public void Rejects_requests_with_their_text() => RuleCheck.Rejects(
        Rule,
        "VLLM_LOGGING_LEVEL in spec.template.spec.containers[0].env[0].value of container 'vllm' is 'DEBUG'; allowed: INFO or above, because --enable-log-requests writes prompts at DEBUG. Log neither outputs, nor requests at the level DEBUG.",
        VllmSamples.With("--enable-log-requests").With($"{VllmSamples.Container}.env", "[{ name: VLLM_LOGGING_LEVEL, value: DEBUG }]"));
}
