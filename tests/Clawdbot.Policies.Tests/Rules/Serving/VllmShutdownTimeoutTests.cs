using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmShutdownTimeoutTests
{
    private static readonly VllmShutdownTimeout Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_release_that_has_no_such_flag() => RuleCheck.Accepts(Rule, VllmSamples.Without("--shutdown-timeout").With($"{VllmSamples.Container}.image", "vllm/vllm-openai:v0.17.1"));

    [Fact]
    public void Rejects_a_server_without_it() => RuleCheck.Rejects(
        Rule,
        "--shutdown-timeout in spec.template.spec.containers[0].args of container 'vllm' is not set; allowed: seconds above 0. Set --shutdown-timeout to the longest answer in seconds, and a grace period above it.",
        VllmSamples.Without("--shutdown-timeout"));

    [Fact]
    public void Rejects_zero() => RuleCheck.Rejects(
        Rule,
        "--shutdown-timeout in spec.template.spec.containers[0].args[9] of container 'vllm' is '0'; allowed: seconds above 0. Set --shutdown-timeout to the longest answer in seconds, and a grace period above it.",
        VllmSamples.With("--shutdown-timeout=0"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[9] is known only after the deployment", VllmSamples.WithUnknown(9));
}
