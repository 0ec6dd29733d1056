using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>An HTTP server on a free port of loopback that remembers what it was asked.</summary>
public sealed class HttpServer : IAsyncDisposable
{
    private const int Chunk = 64 * 1024;

    private readonly WebApplication _app;
    private long _sent;

    private HttpServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Served> Requests { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Bytes per second for each body; 0 is as fast as it goes.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>Bytes after which a body breaks off; 0 is never. Counts down how often in <see cref="Breaks"/>.</summary>
    public int BreakAfter { get; set; }

    /// <summary>How often a body still breaks off.</summary>
    public int Breaks { get; set; }

    /// <summary>Whether bodies never begin.</summary>
    public bool Silent { get; set; }

    /// <summary>Whether a range is honoured.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>Bytes of bodies sent so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public static async Task<HttpServer> Start(Func<HttpServer, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new HttpServer(app);
        app.Run(async context =>
        {
            var range = context.Request.GetTypedHeaders().Range?.Ranges.Single().From;
            server.Requests.Enqueue(new Served(context.Request.Path, range, context.Request.Headers.Authorization.ToString()));
            await answer(server, context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>Sends a file: from the byte that was asked for, slowly or not to its end where the test wants that.</summary>
    public async Task Send(HttpContext context, byte[] content)
    {
        var from = Ranges ? (int)(context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0) : 0;
        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }
        context.Response.ContentLength = content.Length - from;
        if (Silent)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        var breaks = BreakAfter > 0 && Breaks > 0 && content.Length - from > BreakAfter;
        if (breaks)
            Breaks--;
        for (var position = from; position < content.Length;)
        {
            if (breaks && position - from >= BreakAfter)
            {
                context.Abort();
                return;
            }
            var length = Math.Min(Chunk, content.Length - position);
            await context.Response.Body.WriteAsync(content.AsMemory(position, length), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            position += length;
            Interlocked.Add(ref _sent, length);
            if (BytesPerSecond > 0)
                await Task.Delay(TimeSpan.FromSeconds((double)length / BytesPerSecond), context.RequestAborted);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
