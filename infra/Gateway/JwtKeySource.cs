using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway;

/// <summary>Who signs the tokens of clients outside: one of the nested records, nothing else. Services of the system always use the stack's own keys.</summary>
public abstract record JwtKeySource
{
    private JwtKeySource()
    {
    }

    /// <summary>The stack itself, with the keys of its services (HS256).</summary>
    public sealed record Own : JwtKeySource;

    /// <summary>An identity provider, whose public keys are given.</summary>
    /// <param name="Issuer">Claim <c>iss</c>: an https address.</param>
    /// <param name="Audience">Claim <c>aud</c>.</param>
    /// <param name="Algorithms">Accepted algorithms: <c>RS256</c>, <c>ES256</c>.</param>
    /// <param name="Keys">Its JWK set as JSON text: public keys only, each with <c>kid</c> and <c>alg</c>.</param>
    public sealed record Provider(string Issuer, string Audience, ImmutableArray<string> Algorithms, string Keys) : JwtKeySource;
}
