using System.Text;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Tokens that must be refused, made of a good one.</summary>
internal static class TokenForgery
{
    /// <summary>The same claims with another signature.</summary>
    internal static string WrongSignature(string token)
    {
        var parts = Parts(token);
        // The first character, because the last one may hold bits that no decoder looks at.
        return $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}";
    }

    /// <summary>The same claims, said to need no signature. RFC 8725, 2.1.</summary>
    internal static string Unsigned(string token)
    {
        var header = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return $"{header}.{Parts(token)[1]}.";
    }

    private static string[] Parts(string token) => token.Split('.') is { Length: 3 } parts && parts[2].Length > 1 ? parts : throw new CheckException("the token that should be good is no signed JWT");
}
