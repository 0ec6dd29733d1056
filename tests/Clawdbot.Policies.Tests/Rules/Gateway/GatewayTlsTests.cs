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

    [Theory]
    [InlineData("server { ssl_ciphers HIGH:!aNULL:!MD5:!RC4; }")]
    [InlineData("server {\n  # ssl_ciphers RC4-SHA;\n  ssl_ciphers \"ECDHE-RSA-AES128-GCM-SHA256\";\n}")]
    public void Accepts_ciphers_of_nginx(string text) => RuleCheck.Accepts(Rule, GatewaySamples.Holding("nginx.conf", text));

    [Theory]
    [InlineData("HIGH:RC4-SHA:!MD5", "RC4-SHA")]
    [InlineData("\"ECDHE-RSA-AES128-GCM-SHA256:DES-CBC3-SHA\"", "DES-CBC3-SHA")]
    public void Rejects_a_weak_cipher_of_nginx(string ciphers, string weak) => RuleCheck.Rejects(
        Rule,
        $"ssl_ciphers in data[\"nginx.conf\"] is a list with {weak}; allowed: ciphers with ECDHE or DHE, and GCM, CCM or CHACHA20. {Remedy}",
        GatewaySamples.Holding("nginx.conf", $"server {{ ssl_ciphers {ciphers}; }}"));

    [Theory]
    [InlineData("haproxy.cfg", "ssl-default-bind-options ssl-min-ver TLSv1.2")]
    [InlineData("app.yaml", "tls: { minVersion: \"1.2\" }\nclient: { minVersion: 1.0 }")]
    [InlineData("app.yaml", "plugin:\n  minVersion: 1.1\n")]
    public void Accepts_other_settings(string file, string text) => RuleCheck.Accepts(Rule, GatewaySamples.Holding(file, text));

    [Theory]
    [InlineData("haproxy.cfg", "  ssl-default-bind-options ssl-min-ver TLSv1.0", "TLSv1.0")]
    [InlineData("envoy.yaml", "tls_params: { tls_minimum_protocol_version: TLSv1_1 }", "TLSv1_1")]
    [InlineData("traefik.toml", "minVersion = \"VersionTLS10\"", "VersionTLS10")]
    [InlineData("app.yaml", "tls: { minVersion: \"1.0\" }", "1.0")]
    [InlineData("app.yaml", "tls:\n  certificate: /tls/tls.crt\n  minVersion: \"1.1\"\n", "1.1")]
    public void Rejects_an_old_version_in_other_settings(string file, string text, string version) => RuleCheck.Rejects(
        Rule, $"the oldest version of TLS in data[\"{file}\"] is {version}; allowed: TLS 1.2 or newer. {Remedy}", GatewaySamples.Holding(file, text));

    [Theory]
    [InlineData("{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: g }, spec: { servers: [{ tls: { mode: SIMPLE, minProtocolVersion: TLSV1_2 } }, { port: { number: 80 } }] } }")]
    [InlineData("{ apiVersion: traefik.io/v1alpha1, kind: TLSOption, metadata: { name: g }, spec: { minVersion: VersionTLS13 } }")]
    [InlineData("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: g, annotations: { alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06 } } }")]
    public void Accepts_other_access_tiers(string text) => RuleCheck.Accepts(Rule, Sample.Manifest(text));

    [Fact]
    public void Rejects_an_old_version_of_istio() => RuleCheck.Rejects(
        Rule,
        $"spec.servers[0].tls.minProtocolVersion is 'TLSV1_0'; allowed: TLS 1.2 or newer. {Remedy}",
        Sample.Manifest("{ apiVersion: networking.istio.io/v1, kind: Gateway, metadata: { name: g }, spec: { servers: [{ tls: { minProtocolVersion: TLSV1_0 } }] } }"));

    [Fact]
    public void Rejects_an_old_version_of_traefik() => RuleCheck.Rejects(
        Rule,
        $"spec.minVersion is 'VersionTLS11'; allowed: TLS 1.2 or newer. {Remedy}",
        Sample.Manifest("{ apiVersion: traefik.io/v1alpha1, kind: TLSOption, metadata: { name: g }, spec: { minVersion: VersionTLS11 } }"));

    [Fact]
    public void Rejects_an_old_policy_of_aws() => RuleCheck.Rejects(
        Rule,
        $"metadata.annotations[\"alb.ingress.kubernetes.io/ssl-policy\"] is 'ELBSecurityPolicy-2016-08'; allowed: a policy with TLS 1.2 or newer, such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06. {Remedy}",
        Sample.Manifest("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: g, annotations: { alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-2016-08 } } }"));

    [Fact]
    public void Cannot_decide_a_file_that_it_cannot_read() =>
        RuleCheck.CannotDecide(Rule, "data[\"access-tier.json\"] is no JSON object", GatewaySamples.Holding("access-tier.json", "{"));
}
