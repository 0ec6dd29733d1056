using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Signs a GET to S3. https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html</summary>
internal static class SignatureV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>SHA-256 of an empty body.</summary>
    private const string EmptyBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Adds the headers that make up the signature.</summary>
    internal static void Sign(HttpRequestMessage request, AwsCredentials credentials, string region, DateTimeOffset now)
    {
        var address = request.RequestUri!;
        var time = now.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = address.Authority,
            ["x-amz-content-sha256"] = EmptyBody,
            ["x-amz-date"] = time,
        };
        if (credentials.SessionToken is { } token)
            signed["x-amz-security-token"] = token;
        foreach (var (name, values) in request.Headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || name.Equals("Range", StringComparison.OrdinalIgnoreCase))
                signed[name.ToLowerInvariant()] = string.Join(",", values);
        }
        var names = string.Join(';', signed.Keys);
        var canonical = string.Join('\n',
            request.Method.Method, address.AbsolutePath, CanonicalQuery(address),
            string.Concat(signed.Select(pair => $"{pair.Key}:{pair.Value}\n")), names, EmptyBody);
        var scope = $"{time[..8]}/{region}/s3/aws4_request";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Keyed(Keyed(Keyed(Keyed(Encoding.UTF8.GetBytes($"AWS4{credentials.SecretKey}"), time[..8]), region), "s3"), "aws4_request");
        var signature = Convert.ToHexStringLower(Keyed(key, text));

        foreach (var (name, value) in signed.Where(pair => pair.Key.StartsWith("x-amz-", StringComparison.Ordinal) && !request.Headers.Contains(pair.Key)))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    /// <summary>Everything but the unreserved characters, as S3 wants it; '/' separates the parts of a key.</summary>
    internal static string EncodeKey(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Our own queries are written encoded and with '='; only their order is missing.</summary>
    private static string CanonicalQuery(Uri address) => string.Join('&', address.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
