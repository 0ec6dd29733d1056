using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>Access tier (TLS), Router, Prometheus and storage probe in one server, each with a fault to switch on.</summary>
public sealed class FakePlatform : IAsyncDisposable
{
    /// <summary>A token of the shape that the gateway hands out; the signature means nothing here.</summary>
    public const string Token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhc3Npc3RhbnQifQ.q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq8s";

    private WebApplication _app = null!;
    private int _chats;

    /// <summary>Models in the list, with their context.</summary>
    public Dictionary<string, int> Models { get; } = new() { ["qwen3:32b"] = 24576, ["qwen2:7b"] = 32768 };

    /// <summary>Milliseconds until an answer.</summary>
    public int DelayMilliseconds { get; set; } = 5;

    /// <summary>Every so many answers is an error; 0 is none.</summary>
    public int ErrorEvery { get; set; }

    /// <summary>How answers to chats are spoilt: broken, downgraded, degraded, empty; or silent.</summary>
    public string Fault { get; set; } = "";

    /// <summary>Requests that are still told to come back in a second.</summary>
    public int Refusals { get; set; }

    public bool AcceptsUnsigned { get; set; }

    public string MemoryShare { get; set; } = "0.83";

    public string NodeState { get; set; } = "READY";

    public string Up { get; set; } = "1";

    public bool StoragePasses { get; set; } = true;

    /// <summary>Called at the first chat.</summary>
    public Func<Task>? FirstChat { get; set; }

    public ConcurrentBag<string> Prompts { get; } = [];

    /// <summary>Most chats that were open together.</summary>
    public int MostAtOnce { get; private set; }

    private int _open;

    public string GatewayUrl => _app.Urls.Single(url => url.StartsWith("https", StringComparison.Ordinal)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/v1";

    public string InsideUrl => _app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal));

    public static async Task<FakePlatform> Start(string certificateFolder)
    {
        var platform = new FakePlatform();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(certificateFolder, "tls.crt"), Path.Combine(certificateFolder, "tls.key"));
        var certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            options.Listen(IPAddress.Loopback, 0);
        });
        platform._app = builder.Build();
        platform._app.Run(platform.Answer);
        await platform._app.StartAsync();
        return platform;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        "/v1/models" => List(context),
        "/v1/chat/completions" => Chat(context),
        "/api/v1/query" => Query(context),
        "/status" => Json(context, new JsonObject { ["pools"] = new JsonArray(new JsonObject { ["name"] = "qwen", ["nodes"] = new JsonArray(Node("a", "READY"), Node("b", NodeState)) }) }),
        "/livez" => Task.CompletedTask,
        "/storage" => Json(context, new JsonObject { ["pass"] = StoragePasses, ["detail"] = "probed" }),
        _ => Task.FromResult(context.Response.StatusCode = 404),
    };

    private static JsonObject Node(string name, string state) => new() { ["name"] = name, ["state"] = state };

    private bool Authorized(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header == $"Bearer {Token}" || (AcceptsUnsigned && header.EndsWith('.')))
            return true;
        context.Response.StatusCode = 401;
        return false;
    }

    private async Task List(HttpContext context)
    {
        if (Authorized(context))
            await Json(context, new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. Models.Select(model => new JsonObject { ["id"] = model.Key, ["max_model_len"] = model.Value })]) });
    }

    private async Task Chat(HttpContext context)
    {
        if (!Authorized(context))
            return;
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        Prompts.Add((string)body["messages"]![0]!["content"]!);
        var number = Interlocked.Increment(ref _chats);
        if (number == 1 && FirstChat is { } first)
            await first();
        lock (Prompts)
            MostAtOnce = Math.Max(MostAtOnce, ++_open);
        try
        {
            await Task.Delay(Fault == "silent" ? Timeout.Infinite : DelayMilliseconds, context.RequestAborted);
        }
        finally
        {
            lock (Prompts)
                _open--;
        }
        lock (Prompts)
        {
            if (Refusals > 0)
            {
                Refusals--;
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return;
            }
        }
        if (ErrorEvery > 0 && number % ErrorEvery == 0)
            context.Response.StatusCode = 500;
        else if (Fault == "degraded")
            await Json(context, new JsonObject { ["status"] = "degraded" });
        else
            await Stream(context);
    }

    private async Task Stream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        if (Fault == "downgraded")
            context.Response.Headers["X-Model-Downgraded"] = "qwen3:32b->qwen2:7b";
        await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n");
        if (Fault != "empty")
            await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"Hallo\"}}]}\n\n");
        if (Fault != "broken")
            await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private Task Query(HttpContext context)
    {
        var query = context.Request.Query["query"].ToString();
        var value = query switch
        {
            """max(DCGM_FI_DEV_FB_USED{gpu_sku="a10"} / (DCGM_FI_DEV_FB_USED{gpu_sku="a10"} + DCGM_FI_DEV_FB_FREE{gpu_sku="a10"}))""" => MemoryShare,
            """clawdbot_router_up{job="clawdbot"}""" => Up,
            _ => "",
        };
        var result = value.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["metric"] = new JsonObject(), ["value"] = new JsonArray(1.5, value) });
        return Json(context, new JsonObject { ["status"] = "success", ["data"] = new JsonObject { ["resultType"] = "vector", ["result"] = result } });
    }

    private static Task Json(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}
