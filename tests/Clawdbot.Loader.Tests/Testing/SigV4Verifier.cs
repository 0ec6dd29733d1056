using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>
/// Recomputes a signature from what arrived, as S3 does; written apart from the loader and held to AWS's published example.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
/// </summary>
public static partial class SigV4Verifier
{
    public static bool IsSigned(string method, string pathAndQuery, IReadOnlyDictionary<string, string> headers, string accessKey, string secretKey, string region)
    {
        var match = Authorization().Match(headers.GetValueOrDefault("authorization") ?? "");
        if (!match.Success || match.Groups["key"].Value != accessKey || match.Groups["region"].Value != region)
            return false;
        var names = match.Groups["headers"].Value.Split(';');
        // Everything that S3 interprets has to be signed, or somebody on the way could change it.
        if (headers.Keys.Any(name => (name is "host" or "range" || name.StartsWith("x-amz-", StringComparison.Ordinal)) && !names.Contains(name)))
            return false;
        return Signature(method, pathAndQuery, headers, names, match.Groups["day"].Value, secretKey, region) == match.Groups["signature"].Value;
    }

    private static string Signature(string method, string pathAndQuery, IReadOnlyDictionary<string, string> headers, string[] names, string day, string secretKey, string region)
    {
        var parts = pathAndQuery.Split('?', 2);
        var query = parts.Length == 1 || parts[1].Length == 0 ? "" : string.Join('&', parts[1].Split('&').Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
        var request = new StringBuilder().Append(method).Append('\n').Append(parts[0]).Append('\n').Append(query).Append('\n');
        foreach (var name in names)
            request.Append(name).Append(':').Append(headers[name].Trim()).Append('\n');
        request.Append('\n').Append(string.Join(';', names)).Append('\n').Append(headers["x-amz-content-sha256"]);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.ToString())));
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var step in new[] { day, region, "s3", "aws4_request", $"AWS4-HMAC-SHA256\n{headers["x-amz-date"]}\n{day}/{region}/s3/aws4_request\n{digest}" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        return Convert.ToHexStringLower(key);
    }

    [GeneratedRegex(@"\AAWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<day>\d{8})/(?<region>[^/]+)/s3/aws4_request, ?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=(?<signature>[0-9a-f]{64})\z")]
    private static partial Regex Authorization();
}
