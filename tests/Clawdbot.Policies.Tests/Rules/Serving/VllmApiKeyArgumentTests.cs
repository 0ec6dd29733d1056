using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmApiKeyArgumentTests
{
    private static readonly VllmApiKeyArgument Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Rejects_a_key_on_the_command_line() => RuleCheck.Rejects(
        Rule,
        "--api-key in spec.template.spec.containers[0].args[10] of container 'vllm' is given; allowed: no key on the command line. Set the variable VLLM_API_KEY from a Secret instead.",
        VllmSamples.With("--api-key=do-not-print"));

    [Fact]
    public void Rejects_a_key_in_a_script() => RuleCheck.Rejects(
        Rule,
        "--api-key in spec.template.spec.containers[0].args[0] of container 'vllm' is given; allowed: no key on the command line. Set the variable VLLM_API_KEY from a Secret instead.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.command", "[/bin/sh, -c]").With(VllmSamples.Arguments, "[exec vllm serve model --api-key do-not-print]"));
}
