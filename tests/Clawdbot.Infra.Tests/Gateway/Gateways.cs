using System.Collections.Immutable;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>Valid gateways to vary in tests.</summary>
public static class Gateways
{
    /// <summary>A public RSA key; its private half was thrown away.</summary>
    public const string ClientKeys = """{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"login-1","n":"u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u","e":"AQAB"}]}""";

    public static JwtKeySource.Provider Provider { get; } = new("https://login.example.org/", "clawdbot", ["RS256"], ClientKeys);

    public static GatewaySpec Spec { get; } = new()
    {
        Host = "gateway.example.org",
        Exposure = new GatewayExposure.LoadBalancer(["192.0.2.0/24"], ImmutableSortedDictionary<string, string>.Empty),
        Certificate = new GatewayCertificate.OwnAuthority(),
        Images = new GatewayImages.Published("registry.example.org/clawdbot/access-tier:1.0.0", "registry.example.org/clawdbot/router:1.0.0"),
        Jwt = new JwtSpec { AssistantTokenExpires = "2027-06-30" },
        Pools = [Pools.Spec],
    };

    public static Infra.Gateway.Gateway Create(GatewaySpec spec, string? user = null, string? password = null) => new("gateway", new GatewayArgs
    {
        Spec = spec,
        Namespace = "clawdbot",
        ModelServerKeySecretName = "model-server-key",
        EtcdCertificateSecretName = "etcd-client-gateway",
        EtcdCredentialsSecretName = "etcd-gateway-credentials",
        PriorityClassName = "clawdbot-critical",
        RegistryUser = user is null ? null : (Input<string>)user,
        RegistryPassword = password is null ? null : (Input<string>)password,
    });
}
