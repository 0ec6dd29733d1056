using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>A client of the access tier.</summary>
internal sealed class GatewayClient : IDisposable
{
    /// <summary>Invitations to retry that are followed: as many as the Router itself retries.</summary>
    private const int Retries = 2;

    private readonly HttpClient _http;
    private readonly string _base;
    private readonly string _token;

    internal GatewayClient(GatewaySettings settings, int connections)
    {
        _http = Connections.Secure(settings.CaFile, connections);
        _base = settings.BaseUrl.TrimEnd('/');
        _token = SecretFile.Read(settings.TokenFile);
    }

    /// <summary>The good token.</summary>
    internal string Token => _token;

    public void Dispose() => _http.Dispose();

    /// <summary>Status of the list of models with any token, or none.</summary>
    internal async Task<HttpStatusCode> Status(string? token, CancellationToken stop)
    {
        using var request = Request(HttpMethod.Get, "models", token);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return answer.StatusCode;
    }

    /// <summary>The list of models by name.</summary>
    internal async Task<Dictionary<string, JsonObject>> Models(CancellationToken stop)
    {
        using var request = Request(HttpMethod.Get, "models", _token);
        using var answer = await _http.SendAsync(request, stop);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new CheckException($"/v1/models answers {(int)answer.StatusCode}");
        try
        {
            var list = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))?["data"] as JsonArray ?? throw new CheckException("/v1/models holds no list 'data'");
            return list.OfType<JsonObject>().Where(entry => entry["id"] is JsonValue).GroupBy(entry => entry["id"]!.ToString(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            throw new CheckException("/v1/models answers no JSON");
        }
    }

    /// <summary>Sends a message and reads its answer as it comes.</summary>
    internal async Task<Answer> Send(Message message, int seconds, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        var start = Environment.TickCount64;
        var retries = 0;
        try
        {
            while (true)
            {
                using var request = Request(HttpMethod.Post, "chat/completions", _token);
                request.Content = Body(message);
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && retries < Retries && Pause(response) is { } pause)
                {
                    retries++;
                    await Task.Delay(pause, limit.Token);
                    continue;
                }
                return await Read(message, response, start, retries, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Failed(message, $"no end within {seconds} s", start, retries);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Failed(message, "connection failed", start, retries);
        }
    }

    private static async Task<Answer> Read(Message message, HttpResponseMessage response, long start, int retries, CancellationToken stop)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            return Failed(message, $"status {(int)response.StatusCode}", start, retries);
        // An answer of another model says nothing about this one.
        if (response.Headers.Contains("X-Model-Downgraded"))
            return Failed(message, "answered by another model", start, retries);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            return Failed(message, "no stream", start, retries);
        var first = 0L;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal))
                continue;
            var data = line["data:".Length..].Trim();
            if (data == "[DONE]")
            {
                var cached = response.Headers.TryGetValues("X-Clawdbot-Cache", out var values) && values.Contains("hit", StringComparer.OrdinalIgnoreCase);
                var total = Environment.TickCount64 - start;
                return first == 0 ? Failed(message, "empty answer", start, retries) : new Answer(message.Model.Name, null, first - start, total, retries, cached);
            }
            if (first == 0 && HasText(data))
                first = Environment.TickCount64;
        }
        return Failed(message, "stream broke off", start, retries);
    }

    private static bool HasText(string data)
    {
        try
        {
            return JsonNode.Parse(data)?["choices"] is JsonArray { Count: > 0 } choices && choices[0]?["delta"]?["content"] is JsonValue text && text.ToString().Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static TimeSpan? Pause(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - TimeProvider.System.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    private static Answer Failed(Message message, string error, long start, int retries) => new(message.Model.Name, error, 0, Environment.TickCount64 - start, retries, false);

    private static StringContent Body(Message message)
    {
        var content = new StringContent(new JsonObject
        {
            ["model"] = message.Model.Name,
            ["stream"] = true,
            ["max_tokens"] = message.Tokens,
            ["temperature"] = 0,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = message.Prompt }),
        }.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        var request = new HttpRequestMessage(method, $"{_base}/{path}");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return request;
    }
}
