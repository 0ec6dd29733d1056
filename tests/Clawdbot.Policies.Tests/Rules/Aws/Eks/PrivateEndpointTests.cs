using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class PrivateEndpointTests
{
    private static readonly PrivateEndpoint Rule = new();

    [Fact]
    public void Accepts_a_private_endpoint() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Rejects_silence_because_there_is_none() => RuleCheck.Rejects(
        Rule, "vpcConfig.endpointPrivateAccess is not set; allowed: true. Set endpointPrivateAccess to true.", AwsSamples.Cluster.Without("vpcConfig.endpointPrivateAccess"));

    [Fact]
    public void Rejects_a_component_without() => RuleCheck.Rejects(
        Rule, "endpointPrivateAccess is false; allowed: true. Set endpointPrivateAccess to true.", AwsSamples.Component.With("endpointPrivateAccess", "false"));
}
