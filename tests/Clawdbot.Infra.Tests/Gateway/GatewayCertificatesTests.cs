using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>Certificates (C9.1).</summary>
public sealed class GatewayCertificatesTests
{
    [Fact]
    public async Task The_own_authority_signs_the_names_inside_and_the_public_host()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec));
        Equal("""
            {
              "secretName": "gateway-tls",
              "dnsNames": ["gateway.clawdbot.svc", "gateway.clawdbot.svc.cluster.local", "gateway", "gateway.example.org"],
              "duration": "2160h", "renewBefore": "720h",
              "privateKey": {"algorithm": "ECDSA", "size": 256, "rotationPolicy": "Always"},
              "usages": ["digital signature", "server auth"],
              "issuerRef": {"group": "cert-manager.io", "kind": "Issuer", "name": "gateway-authority"}
            }
            """, Spec(mocks, "gateway-certificate"));
        Equal("""
            {
              "secretName": "gateway-authority", "isCA": true, "commonName": "Clawdbot gateway authority", "duration": "87600h", "renewBefore": "8760h",
              "privateKey": {"algorithm": "ECDSA", "size": 256, "rotationPolicy": "Never"},
              "usages": ["cert sign", "crl sign", "digital signature"],
              "issuerRef": {"group": "cert-manager.io", "kind": "Issuer", "name": "gateway-self-signed"}
            }
            """, Spec(mocks, "gateway-authority-certificate"));
        Equal("""{"selfSigned": {}}""", Spec(mocks, "gateway-self-signed-issuer"));
        Equal("""{"ca": {"secretName": "gateway-authority"}}""", Spec(mocks, "gateway-authority-issuer"));
    }

    /// <summary>Public authorities refuse names of a cluster, so those stay with the own one.</summary>
    [Fact]
    public async Task Another_issuer_signs_the_public_host_only()
    {
        var mocks = await Run.Program(() => Gateways.Create(Gateways.Spec with { Certificate = new GatewayCertificate.ClusterIssuer("letsencrypt") }));
        Assert.Equal("""["gateway.clawdbot.svc","gateway.clawdbot.svc.cluster.local","gateway"]""", Spec(mocks, "gateway-certificate")["dnsNames"]!.ToJsonString());
        var outside = Spec(mocks, "gateway-public-certificate");
        Assert.Equal("""["gateway.example.org"]""", outside["dnsNames"]!.ToJsonString());
        Assert.Equal("""{"group":"cert-manager.io","kind":"ClusterIssuer","name":"letsencrypt"}""", outside["issuerRef"]!.ToJsonString());
        var pod = Assert.Single(mocks.Resources, resource => resource.Name == "gateway-access-tier-deployment").Inputs["spec"]!["template"]!["spec"]!;
        Assert.Contains(pod["containers"]![0]!["volumeMounts"]!.AsArray(), mount => (string?)mount!["mountPath"] == "/etc/clawdbot/public-tls");
    }

    private static JsonNode Spec(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs["spec"]!;

    private static void Equal(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
