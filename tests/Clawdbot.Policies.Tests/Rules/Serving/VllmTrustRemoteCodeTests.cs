using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmTrustRemoteCodeTests
{
    private static readonly VllmTrustRemoteCode Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_the_opposite() => RuleCheck.Accepts(Rule, VllmSamples.With("--no-trust-remote-code"));

    [Fact]
    public void Rejects_code_of_a_model() => RuleCheck.Rejects(
        Rule,
        "--trust-remote-code in spec.template.spec.containers[0].args[10] of container 'vllm' is on; allowed: off. Use a model that vLLM implements itself, and remove the flag.",
        VllmSamples.With("--trust-remote-code"));
}
