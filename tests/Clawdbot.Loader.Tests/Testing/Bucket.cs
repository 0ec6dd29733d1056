using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>An S3 store with one bucket, which answers signed requests only.</summary>
public sealed class Bucket : IAsyncDisposable
{
    public const string Name = "weights";
    public const string Region = "eu-central-1";
    public const string AccessKey = "AKIAIOSFODNN7EXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private const int PageSize = 2;

    private HttpServer _server = null!;

    public SortedDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Value of <c>x-amz-checksum-sha256</c> for each key.</summary>
    public Dictionary<string, string> Checksums { get; } = [];

    /// <summary>Token that requests must carry and sign; null for lasting keys.</summary>
    public string? SessionToken { get; set; }

    public HttpServer Server => _server;

    public static async Task<Bucket> Start()
    {
        var bucket = new Bucket();
        bucket._server = await HttpServer.Start(bucket.Answer);
        return bucket;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Answer(HttpServer server, HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/credentials")
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "agent-token" ? 200 : 401;
            if (context.Response.StatusCode == 200)
                await context.Response.WriteAsync($$"""{"AccessKeyId":"{{AccessKey}}","SecretAccessKey":"{{SecretKey}}","Token":"{{SessionToken}}","Expiration":"2999-01-01T00:00:00Z"}""");
            return;
        }
        var headers = context.Request.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString());
        if (!SigV4Verifier.IsSigned("GET", context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, AccessKey, SecretKey, Region) || headers.GetValueOrDefault("x-amz-security-token") != SessionToken)
        {
            context.Response.StatusCode = 403;
            return;
        }
        if (path == $"/{Name}/")
        {
            await List(context);
        }
        else if (Objects.TryGetValue(path[$"/{Name}/".Length..], out var content))
        {
            if (headers.GetValueOrDefault("x-amz-checksum-mode") == "ENABLED" && Checksums.TryGetValue(path[$"/{Name}/".Length..], out var sum))
                context.Response.Headers["x-amz-checksum-sha256"] = sum;
            await server.Send(context, content);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private async Task List(HttpContext context)
    {
        var skip = int.TryParse(context.Request.Query["continuation-token"].ToString().Replace("t+/=", "", StringComparison.Ordinal), out var token) ? token : 0;
        var keys = Objects.Where(entry => entry.Key.StartsWith(context.Request.Query["prefix"].ToString(), StringComparison.Ordinal)).ToList();
        XNamespace space = "http://s3.amazonaws.com/doc/2006-03-01/";
        var result = new XElement(space + "ListBucketResult", keys.Skip(skip).Take(PageSize).Select(entry =>
            new XElement(space + "Contents", new XElement(space + "Key", entry.Key), new XElement(space + "Size", entry.Value.Length))));
        if (skip + PageSize < keys.Count)
            result.Add(new XElement(space + "NextContinuationToken", $"t+/={skip + PageSize}"));
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(result.ToString()));
    }
}
