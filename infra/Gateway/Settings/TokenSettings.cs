using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Which tokens are accepted.</summary>
public sealed record TokenSettings
{
    /// <summary>JWK set with the keys that <see cref="Issuers"/> names.</summary>
    public required string KeysFile { get; init; }

    /// <summary>Who may sign.</summary>
    public required ImmutableArray<TokenIssuer> Issuers { get; init; }

    /// <summary>Seconds by which clocks may differ.</summary>
    public required int ClockSkewSeconds { get; init; }

    /// <summary>Longest token, in bytes.</summary>
    public required int MaximumBytes { get; init; }

    /// <summary>Seconds for which a verified token is not verified again; never beyond its expiry.</summary>
    public required int VerifiedCacheSeconds { get; init; }

    /// <summary>Expiry dates of the tokens that the stack itself hands out, for the metric <c>clawdbot_service_token_expiry_timestamp_seconds</c>.</summary>
    public required ImmutableArray<ServiceToken> ServiceTokens { get; init; }
}
