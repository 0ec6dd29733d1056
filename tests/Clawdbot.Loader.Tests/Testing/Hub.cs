using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>A Hub that speaks Hugging Face's API, with large files on a content network of another origin.</summary>
public sealed class Hub : IAsyncDisposable
{
    public const string Model = "acme/tiny";
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";
    public const string Token = "hf_veryprivatetoken";

    private const int LargeFrom = 4096;
    private const int PageSize = 3;

    private readonly ConcurrentQueue<(int Status, string? RetryAfter)> _failures = new();
    private HttpServer _api = null!;
    private HttpServer _content = null!;

    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal)
    {
        ["config.json"] = "{\"architectures\":[\"Tiny\"]}"u8.ToArray(),
        ["model-00001-of-00002.safetensors"] = Bytes(1, 300_000),
        ["model-00002-of-00002.safetensors"] = Bytes(2, 200_001),
        ["pytorch_model.bin"] = Bytes(3, 5000),
        ["tokenizer/vocab.txt"] = "a\nb\n"u8.ToArray(),
        ["README.md"] = "# Tiny"u8.ToArray(),
        ["original/consolidated.safetensors"] = Bytes(4, 5000),
    };

    /// <summary>Files that the loader is expected to publish.</summary>
    public IEnumerable<string> Wanted => Files.Keys.Where(path => !path.EndsWith(".bin", StringComparison.Ordinal) && !path.EndsWith(".md", StringComparison.Ordinal) && !path.StartsWith("original/", StringComparison.Ordinal));

    public HttpServer Api => _api;

    public HttpServer Content => _content;

    /// <summary>Whether the token is demanded.</summary>
    public bool Gated { get; set; }

    /// <summary>How often each file is still sent with a flipped bit.</summary>
    public ConcurrentDictionary<string, int> Corruptions { get; } = new();

    /// <summary>Where the list of files says that it continues, instead of here.</summary>
    public string? NextPageAt { get; set; }

    /// <summary>Full paths of requests, in order, of both servers.</summary>
    public IEnumerable<Served> Downloads => _api.Requests.Concat(_content.Requests).Where(request => request.Path.Contains("/resolve/", StringComparison.Ordinal) || request.Path.StartsWith("/blob/", StringComparison.Ordinal));

    public static async Task<Hub> Start()
    {
        var hub = new Hub();
        hub._content = await HttpServer.Start((server, context) => hub.Fetch(server, context, context.Request.Path.Value!["/blob/".Length..]));
        hub._api = await HttpServer.Start(hub.Answer);
        return hub;
    }

    public void Fail(int times, int status, string? retryAfter = null)
    {
        for (var index = 0; index < times; index++)
            _failures.Enqueue((status, retryAfter));
    }

    /// <summary>Settings of the loader for this Hub.</summary>
    public JsonObject Settings(TemporaryFolder root) => new()
    {
        ["model"] = Model,
        ["revision"] = Commit,
        ["root"] = root.Path,
        ["source"] = new JsonObject { ["kind"] = "huggingFace", ["endpoint"] = _api.Address.ToString() },
        ["include"] = new JsonArray("*.safetensors", "*.json", "*.txt"),
        ["exclude"] = new JsonArray("original/"),
        ["retryMilliseconds"] = 20,
        ["leaseSeconds"] = 1,
        ["progressSeconds"] = 1,
    };

    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _content.DisposeAsync();
    }

    private async Task Answer(HttpServer server, HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (_failures.TryDequeue(out var failure))
        {
            context.Response.StatusCode = failure.Status;
            context.Response.Headers.RetryAfter = failure.RetryAfter;
        }
        else if (Gated && context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            context.Response.StatusCode = 401;
        }
        else if (path == $"/api/models/{Model}/revision/main")
        {
            await context.Response.WriteAsync(new JsonObject { ["id"] = Model, ["sha"] = Commit }.ToJsonString());
        }
        else if (path == $"/api/models/{Model}/tree/{Commit}")
        {
            await List(context);
        }
        else if (path.StartsWith($"/{Model}/resolve/{Commit}/", StringComparison.Ordinal) && Files.TryGetValue(path[$"/{Model}/resolve/{Commit}/".Length..], out var content))
        {
            if (content.Length >= LargeFrom)
                context.Response.Redirect($"{_content.Address}blob/{path[$"/{Model}/resolve/{Commit}/".Length..]}?signature=alsosecret");
            else
                await Fetch(server, context, path[$"/{Model}/resolve/{Commit}/".Length..]);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private async Task List(HttpContext context)
    {
        var skip = int.TryParse(context.Request.Query["cursor"], out var cursor) ? cursor : 0;
        if (skip + PageSize < Files.Count)
            context.Response.Headers.Link = $"<{NextPageAt ?? _api.Address.ToString()}api/models/{Model}/tree/{Commit}?recursive=true&cursor={skip + PageSize}>; rel=\"next\"";
        var page = new JsonArray([.. Files.Skip(skip).Take(PageSize).Select(file => Entry(file.Key, file.Value))]);
        page.Add(new JsonObject { ["type"] = "directory", ["path"] = "tokenizer", ["oid"] = "0", ["size"] = 0 });
        await context.Response.WriteAsync(page.ToJsonString());
    }

    private static JsonObject Entry(string path, byte[] content)
    {
        var entry = new JsonObject { ["type"] = "file", ["path"] = path, ["size"] = content.Length, ["oid"] = GitBlob(content) };
        if (content.Length >= LargeFrom)
            entry["lfs"] = new JsonObject { ["oid"] = Sha256(content), ["size"] = content.Length, ["pointerSize"] = 134 };
        return entry;
    }

    private async Task Fetch(HttpServer server, HttpContext context, string path)
    {
        var content = Files[path];
        if (Corruptions.TryGetValue(path, out var left) && left > 0)
        {
            Corruptions[path] = left - 1;
            content = [.. content];
            content[^1] ^= 1;
        }
        await server.Send(context, content);
    }

    [SuppressMessage("Security", "CA5350", Justification = "This is what git does.")]
    private static string GitBlob(byte[] content) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]));
}
