using System.Collections.Immutable;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Gateway;

/// <summary>Derives the settings of the access tier from the gateway. Nothing in it is Kubernetes'.</summary>
public static class AccessTierDocument
{
    /// <summary>The settings for a cluster.</summary>
    /// <param name="spec">The gateway; checked.</param>
    public static AccessTierSettings Of(GatewaySpec spec) => Of(spec, $"{GatewayDefaults.RouterName}.{WellKnownNamespaces.Gateway}.svc", RouterDocument.Etcd);

    /// <summary>The settings for any place.</summary>
    /// <param name="spec">The gateway; checked.</param>
    /// <param name="router">Host of the Router.</param>
    /// <param name="etcd">Where the live configuration is; null for none.</param>
    public static AccessTierSettings Of(GatewaySpec spec, string router, EtcdSettings? etcd)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new AccessTierSettings
        {
            Listen = new ListenSettings(GatewayDefaults.HttpsPort, GatewayDefaults.AccessTierStatusPort),
            Tls = new TlsSettings
            {
                MinimumVersion = spec.TlsMinimumVersion,
                Ciphers = GatewayDefaults.Ciphers,
                Certificates = Certificates(spec),
                ReloadSeconds = RouterDefaults.CertificateReloadSeconds,
            },
            Tokens = new TokenSettings
            {
                KeysFile = $"{GatewayDefaults.JwtDirectory}/{GatewayDefaults.JwtKeysFile}",
                Issuers = [.. Issuers(spec.Jwt)],
                ClockSkewSeconds = RouterDefaults.ClockSkewSeconds,
                MaximumBytes = RouterDefaults.TokenBytes,
                VerifiedCacheSeconds = RouterDefaults.VerifiedCacheSeconds,
                ServiceTokens = [new ServiceToken(GatewayDefaults.AssistantSubject, TokenExpiry.Seconds(spec.Jwt.AssistantTokenExpires)!.Value)],
            },
            Limits = new LimitSettings(spec.BodyKiB, RouterDefaults.HeaderKiB, spec.RequestsPerMinute, spec.Burst, spec.ConcurrentPerClient, RouterDefaults.RejectedTokensPerMinute),
            Routes = new RouteSettings
            {
                RouterHost = router,
                RouterPort = GatewayDefaults.RouterPort,
                ConnectMilliseconds = RouterDefaults.ConnectMilliseconds,
                RequestSeconds = spec.RequestSeconds,
                KeepAliveConnections = RouterDefaults.KeepAliveConnections,
                Allowed = RouterDefaults.AllowedRequests,
                StrippedHeaders = RouterDefaults.StrippedHeaders,
            },
            Headers = RouterDefaults.Headers,
            Etcd = etcd,
            Workers = 1,
            WorkerShutdownSeconds = spec.Drain.ShutdownTimeoutSeconds,
        };
    }

    /// <summary>Names of the access tier inside the cluster.</summary>
    public static ImmutableArray<string> InternalNames { get; } =
    [
        $"{GatewayDefaults.AccessTierName}.{WellKnownNamespaces.Gateway}.svc",
        $"{GatewayDefaults.AccessTierName}.{WellKnownNamespaces.Gateway}.svc.cluster.local",
        GatewayDefaults.AccessTierName,
    ];

    private static ImmutableArray<ServerCertificate> Certificates(GatewaySpec spec) =>
        spec.Certificate is GatewayCertificate.ClusterIssuer
            ? [new ServerCertificate(InternalNames, GatewayDefaults.TlsDirectory), new ServerCertificate([spec.Host], GatewayDefaults.PublicTlsDirectory)]
            : [new ServerCertificate([.. InternalNames, spec.Host], GatewayDefaults.TlsDirectory)];

    private static IEnumerable<TokenIssuer> Issuers(JwtSpec jwt)
    {
        yield return new TokenIssuer
        {
            Issuer = GatewayDefaults.OwnIssuer,
            Audience = GatewayDefaults.OwnAudience,
            Algorithms = [GatewayDefaults.OwnAlgorithm],
            KeyIds = [.. jwt.Versions.Select(JwtKeys.IdOf)],
            TrustedSubjects = [GatewayDefaults.AssistantSubject],
        };
        if (jwt.Clients is JwtKeySource.Provider provider)
        {
            yield return new TokenIssuer
            {
                Issuer = provider.Issuer,
                Audience = provider.Audience,
                Algorithms = provider.Algorithms,
                KeyIds = [.. JwtKeys.IdsIn(provider.Keys)],
                TrustedSubjects = [],
            };
        }
    }
}
