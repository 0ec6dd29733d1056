using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clawdbot.Infra.Gateway;

/// <summary>The JWK set of the access tier, and tokens signed with its own keys (RFC 7515, 7517, 7519). Pure.</summary>
public static class JwtKeys
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Id of the stack's own key of a version.</summary>
    public static string IdOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{GatewayDefaults.OwnKeyPrefix}{version}");

    /// <summary>Ids in a JWK set that was checked.</summary>
    public static IEnumerable<string> IdsIn(string keys)
    {
        using var document = JsonDocument.Parse(keys);
        return [.. document.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    /// <summary>Hash of a set of public keys.</summary>
    public static string Fingerprint(string keys) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys)));

    /// <summary>The set: own keys first, then the public keys of the clients' issuer as they were given.</summary>
    /// <param name="own">Version and key (base64) of each own key.</param>
    /// <param name="clients">JWK set of the clients' issuer; null for none.</param>
    public static string Set(IEnumerable<(int Version, string Base64)> own, string? clients)
    {
        ArgumentNullException.ThrowIfNull(own);
        return Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys");
            foreach (var (version, base64) in own)
            {
                writer.WriteStartObject();
                writer.WriteString("kty", "oct");
                writer.WriteString("use", "sig");
                writer.WriteString("alg", GatewayDefaults.OwnAlgorithm);
                writer.WriteString("kid", IdOf(version));
                writer.WriteString("k", Base64Url.EncodeToString(Convert.FromBase64String(base64)));
                writer.WriteEndObject();
            }
            if (clients is not null)
            {
                using var document = JsonDocument.Parse(clients);
                foreach (var key in document.RootElement.GetProperty("keys").EnumerateArray())
                    key.WriteTo(writer);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>A token without <c>iat</c>: the same settings give the same token, and nothing changes until they do.</summary>
    /// <param name="subject">Claim <c>sub</c>.</param>
    /// <param name="expires">Claim <c>exp</c>, seconds since 1970.</param>
    /// <param name="version">Version of the key.</param>
    /// <param name="base64">The key.</param>
    public static string Sign(string subject, long expires, int version, string base64)
    {
        var header = Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("alg", GatewayDefaults.OwnAlgorithm);
            writer.WriteString("kid", IdOf(version));
            writer.WriteString("typ", "JWT");
            writer.WriteEndObject();
        });
        var claims = Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("iss", GatewayDefaults.OwnIssuer);
            writer.WriteString("aud", GatewayDefaults.OwnAudience);
            writer.WriteString("sub", subject);
            writer.WriteNumber("exp", expires);
            writer.WriteEndObject();
        });
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var mac = HMACSHA256.HashData(Convert.FromBase64String(base64), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(mac)}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
