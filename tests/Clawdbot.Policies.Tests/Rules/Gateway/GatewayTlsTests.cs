using Clawdbot.Policies.Rules.Gateway;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Gateway;

public sealed class GatewayTlsTests
{
    private const string Place = "data[\"access-tier.json\"]#.tls";

    private const string Remedy = "Allow TLSv1.2 and TLSv1.3 only, with ciphers that have forward secrecy and authenticate what they encrypt.";

    private static readonly GatewayTls Rule = new();

    [Fact]
    public void Accepts_modern_tls() => RuleCheck.Accepts(Rule, GatewaySamples.AccessTier, GatewaySamples.Router, GatewaySamples.AccessTierWith("TLSv1.2", "TLSv1.3"));

    [Fact]
    public void Rejects_an_old_version() =>
        RuleCheck.Rejects(Rule, $"{Place}.minimumVersion is 'TLSv1.1'; allowed: TLSv1.2 or TLSv1.3. {Remedy}", GatewaySamples.AccessTierWith("TLSv1.2", "TLSv1.1"));

    [Theory]
    [InlineData("AES128-GCM-SHA256")]
    [InlineData("ECDHE-RSA-AES128-SHA")]
    [InlineData("ECDHE-RSA-RC4-SHA")]
    [InlineData("DES-CBC3-SHA")]
    public void Rejects_a_weak_cipher(string cipher) => RuleCheck.Rejects(
        Rule, $"{Place}.ciphers[0] is '{cipher}'; allowed: a cipher with ECDHE or DHE, and GCM, CCM or CHACHA20. {Remedy}", GatewaySamples.AccessTierWith("ECDHE-RSA-AES128-GCM-SHA256", cipher));

    [Theory]
    [InlineData("server {\n  listen 443 ssl;\n  ssl_protocols TLSv1.2 TLSv1.3;\n}")]
    [InlineData("# ssl_protocols TLSv1;\n")]
    [InlineData("events {}")]
    public void Accepts_configurations_of_nginx(string text) => RuleCheck.Accepts(Rule, GatewaySamples.Holding("nginx.conf", text));

    [Fact]
    public void Rejects_old_versions_in_a_configuration_of_nginx() => RuleCheck.Rejects(
        Rule,
        $"ssl_protocols in data[\"nginx.conf\"] is a list with SSLv3, TLSv1, TLSv1.1; allowed: TLSv1.2 and TLSv1.3. {Remedy}",
        GatewaySamples.Holding("nginx.conf", "server { ssl_protocols SSLv3 TLSv1 TLSv1.1 TLSv1.2; }"));

    [Fact]
    public void Rejects_old_versions_in_the_settings_of_ingress_nginx() => RuleCheck.Rejects(
        Rule, $"ssl_protocols in data.ssl-protocols is a list with TLSv1; allowed: TLSv1.2 and TLSv1.3. {Remedy}", GatewaySamples.Holding("ssl-protocols", "TLSv1 TLSv1.2"));

    [Fact]
    public void Cannot_decide_a_file_that_it_cannot_read() =>
        RuleCheck.CannotDecide(Rule, "data[\"access-tier.json\"] is no JSON object", GatewaySamples.Holding("access-tier.json", "{"));
}
