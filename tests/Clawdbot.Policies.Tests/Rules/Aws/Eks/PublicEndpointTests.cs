using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class PublicEndpointTests
{
    private const string Public = "vpcConfig.endpointPublicAccess";
    private const string Ranges = "vpcConfig.publicAccessCidrs";
    private const string Remedy = "Set endpointPublicAccess to false, or name the few ranges that need the API in publicAccessCidrs.";

    private static readonly PublicEndpoint Rule = new();

    [Fact]
    public void Accepts_a_private_cluster() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Accepts_a_public_endpoint_for_ranges_that_somebody_owns() =>
        RuleCheck.Accepts(Rule, AwsSamples.Cluster.With(Public, "true").With(Ranges, "[203.0.113.0/24, 2001:db8::/32]"));

    [Fact]
    public void Rejects_a_public_endpoint_for_everybody() => RuleCheck.Rejects(
        Rule, $"vpcConfig.endpointPublicAccess is true; allowed: false, or true with publicAccessCidrs. Without publicAccessCidrs everybody reaches a public endpoint. {Remedy}",
        AwsSamples.Cluster.With(Public, "true"));

    [Fact]
    public void Rejects_silence_because_it_is_public() => RuleCheck.Rejects(
        Rule, $"vpcConfig.endpointPublicAccess is not set; allowed: false, or true with publicAccessCidrs. Without publicAccessCidrs everybody reaches a public endpoint. {Remedy}",
        AwsSamples.Cluster.Without(Public));

    [Fact]
    public void Rejects_a_range_of_everybody() => RuleCheck.Rejects(
        Rule, $"vpcConfig.publicAccessCidrs[1] is '0.0.0.0/0'; allowed: a range with a prefix of /9 or longer, for IPv6 /20. {Remedy}",
        AwsSamples.Cluster.With(Public, "true").With(Ranges, "[203.0.113.0/24, 0.0.0.0/0]"));

    [Fact]
    public void Rejects_half_of_everybody() => RuleCheck.Rejects(
        Rule, $"vpcConfig.publicAccessCidrs[0] is '128.0.0.0/1'; allowed: a range with a prefix of /9 or longer, for IPv6 /20. {Remedy}",
        AwsSamples.Cluster.With(Public, "true").With(Ranges, "[128.0.0.0/1]"));

    [Fact]
    public void Rejects_a_component_that_says_nothing() => RuleCheck.Rejects(
        Rule, $"endpointPublicAccess is not set; allowed: false, or true with publicAccessCidrs. Without publicAccessCidrs everybody reaches a public endpoint. {Remedy}",
        AwsSamples.Component.Without("endpointPublicAccess"));

    [Fact]
    public void Cannot_decide_ranges_that_are_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "vpcConfig.publicAccessCidrs is known only after the deployment", AwsSamples.Cluster.With(Public, "true").With(Ranges, "[]").WithUnknown(Ranges));
}
