using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmAuthenticationTests
{
    private static readonly VllmAuthentication Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_key_on_the_command_line_which_another_rule_is_about() => RuleCheck.Accepts(Rule, VllmSamples.With("--api-key=x").Without($"{VllmSamples.Container}.env"));

    [Fact]
    public void Accepts_a_key_that_the_script_reads() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With($"{VllmSamples.Container}.command", "[/bin/sh, -c]").With(VllmSamples.Arguments, "['export VLLM_API_KEY=$(cat /run/key); exec vllm serve model']").Without($"{VllmSamples.Container}.env"));

    [Fact]
    public void Rejects_a_server_without_a_key() => RuleCheck.Rejects(
        Rule,
        "VLLM_API_KEY in spec.template.spec.containers[0].env of container 'vllm' is not set; allowed: a key from a Secret. Set the variable VLLM_API_KEY from a Secret.",
        VllmSamples.Deployment.Without($"{VllmSamples.Container}.env"));

    [Fact]
    public void Rejects_an_empty_key() => RuleCheck.Rejects(
        Rule,
        "VLLM_API_KEY in spec.template.spec.containers[0].env[0].value of container 'vllm' is empty; allowed: a key. Set the variable VLLM_API_KEY from a Secret.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.env", "[{ name: VLLM_API_KEY, value: '' }]"));

    [Fact]
    public void Rejects_a_container_without_a_key() => RuleCheck.Rejects(
        Rule,
        "VLLM_API_KEY in envs is not set; allowed: a key from a Secret. Set the variable VLLM_API_KEY from a Secret.",
        VllmSamples.Docker.Without("envs"));

    [Fact]
    public void Cannot_decide_an_environment_from_elsewhere() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].envFrom takes variables from elsewhere", VllmSamples.Deployment.Without($"{VllmSamples.Container}.env").With($"{VllmSamples.Container}.envFrom", "[{ secretRef: { name: key } }]"));
}
