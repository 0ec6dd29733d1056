using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>A bare gRPC client, for what no real client sends.</summary>
internal sealed class EngineClient(int port) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true, MaxResponseHeadersLength = 128 })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/pulumirpc.Analyzer/"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = TimeSpan.FromMinutes(2),
    };

    /// <summary>Calls a method.</summary>
    /// <exception cref="EngineCallException">The call ended with another status than 0.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request)
        where TResponse : IMessage<TResponse>, new()
    {
        var answer = await SendAsync(method, new ByteArrayContent(Frame(request.ToByteArray())));
        if (answer.Status != 0)
        {
            throw new EngineCallException(answer.Status, answer.Message);
        }

        var response = new TResponse();
        response.MergeFrom(answer.Body.AsSpan(5));
        return response;
    }

    /// <summary>Sends anything, and takes what comes.</summary>
    public async Task<RawAnswer> SendAsync(string method, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content };
        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("te", "trailers");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        string? Header(HttpHeaders from, string name) => from.TryGetValues(name, out var values) ? values.Single() : null;
        return new RawAnswer(
            (int)response.StatusCode,
            int.Parse(Header(response.TrailingHeaders, "grpc-status") ?? Header(response.Headers, "grpc-status") ?? "-1", CultureInfo.InvariantCulture),
            Uri.UnescapeDataString(Header(response.TrailingHeaders, "grpc-message") ?? Header(response.Headers, "grpc-message") ?? ""),
            body)
        { IsTrailersOnly = response.Headers.Contains("grpc-status"), ContentType = response.Content.Headers.ContentType?.MediaType };
    }

    /// <summary>A message in its frame.</summary>
    public static byte[] Frame(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public void Dispose() => _http.Dispose();
}
