using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Somebody whose tokens are accepted. A key counts for its issuer only, with its algorithms only.</summary>
public sealed record TokenIssuer
{
    /// <summary>Claim <c>iss</c>, compared exactly.</summary>
    public required string Issuer { get; init; }

    /// <summary>Claim <c>aud</c> that must be present.</summary>
    public required string Audience { get; init; }

    /// <summary>Accepted algorithms.</summary>
    public required ImmutableArray<string> Algorithms { get; init; }

    /// <summary>Ids of its keys in the JWK set.</summary>
    public required ImmutableArray<string> KeyIds { get; init; }

    /// <summary>Subjects whose priority header is believed; that of all others is removed.</summary>
    public required ImmutableArray<string> TrustedSubjects { get; init; }
}
