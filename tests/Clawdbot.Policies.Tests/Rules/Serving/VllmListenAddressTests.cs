using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmListenAddressTests
{
    private static readonly VllmListenAddress Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_no_address() => RuleCheck.Accepts(Rule, VllmSamples.Without("--host"));

    [Fact]
    public void Rejects_the_loopback_address() => RuleCheck.Rejects(
        Rule,
        "--host in spec.template.spec.containers[0].args[2] of container 'vllm' is '127.0.0.1'; allowed: 0.0.0.0, ::, or no such flag. Set --host to 0.0.0.0, and keep others out with a NetworkPolicy.",
        VllmSamples.With("--host=127.0.0.1"));

    [Fact]
    public void Rejects_its_name() => RuleCheck.Rejects(
        Rule,
        "--host in spec.template.spec.containers[0].args[2] of container 'vllm' is 'localhost'; allowed: 0.0.0.0, ::, or no such flag. Set --host to 0.0.0.0, and keep others out with a NetworkPolicy.",
        VllmSamples.With("--host=localhost"));

    [Fact]
    public void Cannot_decide_a_proxy_beside_it() => RuleCheck.CannotDecide(
        Rule, "--host in spec.template.spec.containers[0].args[2] of container 'vllm' may be meant for another container of the pod", VllmSamples.With("--host=127.0.0.1").With("spec.template.spec.initContainers", "[{ name: proxy, image: envoy, restartPolicy: Always }]"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[2] is known only after the deployment", VllmSamples.WithUnknown(2));
}
