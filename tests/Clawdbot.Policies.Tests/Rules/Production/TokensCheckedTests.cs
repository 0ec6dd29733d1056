using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class TokensCheckedTests
{
    private static readonly TokensChecked Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Rejects_a_system_without_access_tier() => RuleCheck.Rejects(
        Rule,
        "The access tier (a workload with the component access-tier) is missing; allowed: one that checks tokens. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Lacking("gateway").All);

    [Fact]
    public void Rejects_an_access_tier_without_settings() => RuleCheck.Rejects(
        Rule,
        "The check of tokens (access-tier.json in a ConfigMap) is missing; allowed: settings with issuers, keys and algorithms. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Lacking("gateway-settings").All);

    [Fact]
    public void Rejects_no_issuers() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers is not set; allowed: at least one issuer. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "\"issuers\"", "\"nobody\"").All);

    [Fact]
    public void Rejects_the_algorithm_none() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers[0].algorithms[1] is 'none'; allowed: one of HS256, HS384, HS512, RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "[\"HS256\"]", "[\"HS256\", \"none\"]").All);

    [Fact]
    public void Rejects_no_list_of_algorithms() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers[0].algorithms is an empty list; allowed: a list of algorithms, such as ES256 or HS256. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "[\"HS256\"]", "[]").All);

    [Fact]
    public void Rejects_an_issuer_without_audience() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers[0].audience is ''; allowed: a text that tokens must carry. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "\"audience\": \"gateway\"", "\"audience\": \"\"").All);

    [Fact]
    public void Rejects_an_issuer_without_name() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers[0].issuer is not set; allowed: a text that tokens must carry. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "\"issuer\": \"clawdbot\", ", "").All);

    [Fact]
    public void Rejects_an_issuer_without_keys() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.issuers[0].keyIds is not set; allowed: the keys of the issuer. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", ", \"keyIds\": [\"clawdbot-1\"]", "").All);

    [Fact]
    public void Rejects_no_file_of_keys() => RuleCheck.Rejects(
        Rule,
        "data[\"access-tier.json\"]#.tokens.keysFile is not set; allowed: the path of the keys, in a mounted Secret. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.Replaced("gateway-settings", "access-tier.json", "\"keysFile\": \"/etc/clawdbot/jwt/jwks.json\",", "").All);

    [Fact]
    public void Rejects_keys_that_are_not_mounted() => RuleCheck.Rejects(
        Rule,
        "The volume of '/etc/clawdbot/jwt/jwks.json' is not mounted; allowed: a Secret. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.With("gateway", "spec.template.spec.containers[0].volumeMounts[2].mountPath", "/elsewhere").All);

    [Fact]
    public void Rejects_keys_in_a_ConfigMap() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[2] is no Secret; allowed: a Secret, because the keys are there: '/etc/clawdbot/jwt/jwks.json'. Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
        Complete.With("gateway", "spec.template.spec.volumes[2]", "{ name: keys, configMap: { name: keys } }").All);

    [Fact]
    public void Cannot_decide_settings_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "data[\"access-tier.json\"] is known only after the deployment", Complete.WithUnknown("gateway-settings", "data[\"access-tier.json\"]").All);
}
