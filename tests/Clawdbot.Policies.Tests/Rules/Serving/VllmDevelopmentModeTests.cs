using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmDevelopmentModeTests
{
    private static readonly VllmDevelopmentMode Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_mode_that_is_off() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With($"{VllmSamples.Container}.env", "[{ name: VLLM_SERVER_DEV_MODE, value: '0' }]"));

    [Fact]
    public void Accepts_sleep_mode_alone() => RuleCheck.Accepts(Rule, VllmSamples.With("--enable-sleep-mode"));

    [Fact]
    public void Rejects_development_mode() => RuleCheck.Rejects(
        Rule,
        "VLLM_SERVER_DEV_MODE in spec.template.spec.containers[0].env[0].value of container 'vllm' is '1'; allowed: 0, or no such variable. Remove the variable.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.env", "[{ name: VLLM_SERVER_DEV_MODE, value: '1' }]"));
}
