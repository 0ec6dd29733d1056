using Clawdbot.Policies.Rules.Gateway;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Gateway;

public sealed class GatewayIdentityTests
{
    private const string Stripped = "data[\"access-tier.json\"]#.routes.strippedHeaders";

    private const string Remedy = "Add the headers to routes.strippedHeaders; the access tier sets them again from the token.";

    private static readonly GatewayIdentity Rule = new();

    [Fact]
    public void Accepts_headers_that_are_removed() => RuleCheck.Accepts(Rule, GatewaySamples.AccessTier, GatewaySamples.Router);

    [Fact]
    public void Rejects_a_priority_from_clients() => RuleCheck.Rejects(
        Rule, $"{Stripped} is [X-Clawdbot-*]; allowed: a list that covers X-Priority. {Remedy}", GatewaySamples.AccessTierWith(", \"x-priority\"", ""));

    [Fact]
    public void Rejects_a_list_that_is_not_there() => RuleCheck.Rejects(
        Rule,
        $"{Stripped} is not set; allowed: a list that covers X-Clawdbot-Client, X-Clawdbot-Tenant, X-Priority. {Remedy}",
        GatewaySamples.AccessTierWith("strippedHeaders", "otherHeaders"));

    [Fact]
    public void Rejects_trust_in_everybody() => RuleCheck.Rejects(
        Rule, $"data[\"access-tier.json\"]#.tokens.issuers[0].trustedSubjects is [*]; allowed: subjects by name. {Remedy}", GatewaySamples.AccessTierWith("\"assistant\"", "\"*\""));

    [Fact]
    public void Rejects_a_header_that_only_the_router_knows() => RuleCheck.Rejects(
        Rule,
        $"data[\"router.json\"]#.headers.priority is 'X-Urgency'; allowed: a header that the access tier removes. {Remedy}",
        GatewaySamples.AccessTier, GatewaySamples.RouterWith("X-Priority", "X-Urgency"));
}
