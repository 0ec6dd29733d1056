using Clawdbot.Policies.Rules.Gateway;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Gateway;

public sealed class GatewayJwtTests
{
    private const string Issuer = "data[\"access-tier.json\"]#.tokens.issuers[0]";

    private const string Remedy = "Name issuer, audience and the algorithms of its keys, HS or the others and not both, and mount the keys from a Secret.";

    private static readonly GatewayJwt Rule = new();

    [Fact]
    public void Accepts_a_closed_list() => RuleCheck.Accepts(Rule, GatewaySamples.AccessTier, GatewaySamples.AccessTierPods, GatewaySamples.AccessTierWith("HS256", "ES256"));

    [Theory]
    [InlineData("\"none\"", "[none]; allowed: a list of HS256 to HS512, or of RS, PS and ES and EdDSA. ")]
    [InlineData("\"HS256\", \"None\"", "[HS256, None]; allowed: a list of HS256 to HS512, or of RS, PS and ES and EdDSA. ")]
    [InlineData("", "an empty list; allowed: a list of HS256 to HS512, or of RS, PS and ES and EdDSA. ")]
    [InlineData("\"HS256\", \"RS256\"", "[HS256, RS256]; allowed: algorithms with a shared secret, or with a public key, and not both. ")]
    public void Rejects_algorithms_that_anybody_can_use(string algorithms, string message) =>
        RuleCheck.Rejects(Rule, $"{Issuer}.algorithms is {message}{Remedy}", GatewaySamples.AccessTierWith("\"HS256\"", algorithms));

    [Fact]
    public void Rejects_any_issuer() => RuleCheck.Rejects(
        Rule, $"{Issuer}.issuer is ''; allowed: the claim's value, compared exactly. {Remedy}", GatewaySamples.AccessTierWith("\"issuer\": \"clawdbot\"", "\"issuer\": \"\""));

    [Fact]
    public void Rejects_any_audience() => RuleCheck.Rejects(
        Rule, $"{Issuer}.audience is not set; allowed: the claim's value, compared exactly. {Remedy}", GatewaySamples.AccessTierWith("\"audience\": \"gateway\",", ""));

    [Fact]
    public void Rejects_clocks_that_differ_too_much() => RuleCheck.Rejects(
        Rule, $"data[\"access-tier.json\"]#.tokens.clockSkewSeconds is 86400; allowed: 0 to 300. {Remedy}", GatewaySamples.AccessTierWith("\"clockSkewSeconds\": 60", "\"clockSkewSeconds\": 86400"));

    [Fact]
    public void Rejects_no_issuer() => RuleCheck.Rejects(
        Rule, $"data[\"access-tier.json\"]#.tokens.issuers is not set; allowed: an issuer or more. {Remedy}", GatewaySamples.AccessTierWith("\"issuers\"", "\"others\""));

    [Fact]
    public void Rejects_keys_from_a_config_map() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].volumeMounts[1].name of container 'access-tier' is 'keys'; allowed: a volume from a Secret. "
        + $"The keys of the tokens are in '/etc/clawdbot/jwt/jwks.json'. {Remedy}",
        GatewaySamples.AccessTier, GatewaySamples.AccessTierPods.With("spec.template.spec.volumes[1]", "{ name: keys, configMap: { name: keys } }"));

    [Theory]
    [InlineData("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}")]
    [InlineData("{\"keys\":[{\"kty\":\"EC\",\"d\":\"c2VjcmV0\"}]}")]
    public void Rejects_keys_that_sign_in_a_config_map(string keys) =>
        RuleCheck.Rejects(Rule, $"data[\"jwks.json\"] is a set with keys that sign; allowed: public keys only. {Remedy}", GatewaySamples.Holding("jwks.json", keys));

    [Theory]
    [InlineData("gateway.yaml", "auth:\n  jwt:\n    algorithms: [none, HS256]")]
    [InlineData("gateway.yaml", "jwt:\n  algorithms:\n    - RS256\n    - none\n  issuer: x")]
    [InlineData("gateway.json", "{\"tokens\": {\"alg\": \"none\"}}")]
    [InlineData("app.properties", "mp.jwt.verify.publickey.algorithm=none")]
    [InlineData("JWT_ALGORITHM", "none")]
    public void Rejects_settings_of_other_programs_without_signatures(string file, string text) => RuleCheck.Rejects(
        Rule,
        $"data{(file.Contains('.', StringComparison.Ordinal) ? $"[\"{file}\"]" : $".{file}")} is settings that accept tokens without a signature (none); allowed: algorithms that sign. {Remedy}",
        GatewaySamples.Holding(file, text));

    [Theory]
    [InlineData("gateway.yaml", "jwt:\n  algorithms: [RS256]\n  audience: none")]
    [InlineData("gateway.yaml", "compression: { algorithm: none }\n")]
    [InlineData("check.lua", "if jwt.header.alg == 'none' then deny() end")]
    [InlineData("TokenForgery.cs", "// a jwt with alg: none must be refused")]
    [InlineData("HASH_ALGORITHM", "none")]
    public void Accepts_what_refuses_them_or_is_about_something_else(string file, string text) => RuleCheck.Accepts(Rule, GatewaySamples.Holding(file, text));

    [Fact]
    public void Rejects_a_variable_of_a_container_without_signatures() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].env[0].value of container 'web' is 'none'; allowed: an algorithm that signs. {Remedy}",
        Workloads.Deployment.With("spec.template.spec.containers[0].env", "[{ name: JWT_ALGORITHM, value: none }, { name: LOG_ALGORITHM, value: none }]"));

    [Fact]
    public void Accepts_public_keys_in_a_config_map() => RuleCheck.Accepts(Rule, GatewaySamples.Holding("jwks.json", "{\"keys\":[{\"kty\":\"EC\",\"x\":\"a\",\"y\":\"b\"}]}"));
}
