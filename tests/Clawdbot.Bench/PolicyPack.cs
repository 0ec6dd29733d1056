using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Values;
using Google.Protobuf;

namespace Clawdbot.Bench;

/// <summary>A running pack, and the engine's side of the conversation: unary gRPC over HTTP/2 without TLS.</summary>
internal sealed class PolicyPack : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TcpListener _engine;
    private readonly HttpClient _client;

    private PolicyPack(Process process, TcpListener engine, int port, TimeSpan startUp)
    {
        (_process, _engine, StartUp) = (process, engine, startUp);
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true })
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Timeout = BenchDefaults.ChildTimeout,
        };
    }

    /// <summary>From the start of the process to the line with its port.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>Peak resident memory so far, in MiB.</summary>
    public double PeakMiB => (PeakMemory.OfProcess(_process.Id) ?? 0) / 1024.0;

    /// <summary>Starts a pack as the engine would, and waits for its port.</summary>
    /// <exception cref="UsageException">It did not print one.</exception>
    public static async Task<PolicyPack> StartAsync(string fileName, IReadOnlyList<string> arguments, string workingDirectory)
    {
        var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var start = new ProcessStartInfo(fileName, [.. arguments, engine.LocalEndpoint.ToString()!])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new UsageException($"'{fileName}' could not be started.");
        var line = await process.StandardOutput.ReadLineAsync();
        watch.Stop();
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new PolicyPack(process, engine, port, watch.Elapsed)
            : throw new UsageException($"'{fileName} {string.Join(' ', arguments)}' printed '{line}' instead of its port.");
    }

    /// <summary>Sends a request and returns the answer's message.</summary>
    /// <exception cref="UsageException">The status is not OK.</exception>
    public async Task<byte[]> CallAsync(string method, ReadOnlyMemory<byte> message)
    {
        var framed = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed.AsMemory(5));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/pulumirpc.Analyzer/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(framed),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var headers = response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : response.Headers;
        var status = headers.TryGetValues("grpc-status", out var values) ? values.First() : "missing";
        return status == "0" ? body[5..] : throw new UsageException($"{method} ended with status {status} ({(headers.TryGetValues("grpc-message", out var words) ? words.First() : $"HTTP {(int)response.StatusCode}")}).");
    }

    /// <summary>Asks about one resource and counts the violations by rule.</summary>
    public async Task AnalyzeAsync(byte[] request, Dictionary<string, int> counts)
    {
        var answer = AnalyzeResponse.Parser.ParseFrom(await CallAsync("Analyze", request));
        lock (counts)
        {
            foreach (var diagnostic in answer.Diagnostics)
            {
                counts[diagnostic.PolicyName] = counts.GetValueOrDefault(diagnostic.PolicyName) + 1;
            }
        }
    }

    /// <summary>Enables <paramref name="mandatory"/> and disables <paramref name="disabled"/>.</summary>
    public Task ConfigureAsync(IEnumerable<string> mandatory, IEnumerable<string> disabled)
    {
        // The Node SDK wants properties to be there; the level is the one that both know.
        var properties = UnsafeByteOperations.UnsafeWrap(StructWriter.Write(new PropertyValue.Map([KeyValuePair.Create<string, PropertyValue>("enforcementLevel", new PropertyValue.Text("mandatory"))])));
        var request = new ConfigureRequest();
        foreach (var (name, level) in mandatory.Select(name => (name, 1)).Concat(disabled.Select(name => (name, 2))))
        {
            request.Policies[name] = new PolicyConfig { Level = level, Properties = properties };
        }

        return CallAsync("Configure", request.ToByteArray());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _engine.Stop();
    }
}
