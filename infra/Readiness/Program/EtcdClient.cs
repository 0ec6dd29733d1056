using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>
/// A client of etcd's JSON API. Its certificate has no common name, which that API refuses; user and password bring a token, which goes into
/// the header as it is, without "Bearer".
/// </summary>
/// <param name="settings">Where the members and the secrets are.</param>
internal sealed class EtcdClient(EtcdSettings settings) : IDisposable
{
    private readonly HttpClient _http = Connections.Secure(Path.Combine(settings.CertificateDirectory, "ca.crt"), certificateDirectory: settings.CertificateDirectory);
    private string? _token;

    public void Dispose() => _http.Dispose();

    /// <summary>Whether a member says that it is healthy; it asks its quorum.</summary>
    internal async Task RequireHealth(string endpoint, CancellationToken stop)
    {
        using var answer = await _http.GetAsync(new Uri($"{endpoint}/health"), stop);
        var healthy = answer.StatusCode == HttpStatusCode.OK && Parse(await answer.Content.ReadAsStringAsync(stop))?["health"]?.ToString() == "true";
        if (!healthy)
            throw new CheckException($"{endpoint} is not healthy, status {(int)answer.StatusCode}");
    }

    /// <summary>Reads a key through the quorum, at one member. The value is null, and the revision 0, when it is missing.</summary>
    internal async Task<EtcdValue> Read(string endpoint, string key, CancellationToken stop)
    {
        var answer = await Call(endpoint, "kv/range", new JsonObject { ["key"] = Encode(key) }, stop);
        var header = answer["header"] as JsonObject;
        var found = (answer["kvs"] as JsonArray)?[0];
        return new EtcdValue(
            found?["value"] is { } value ? Encoding.UTF8.GetString(Convert.FromBase64String(value.ToString())) : null,
            found?["mod_revision"]?.ToString() ?? "0",
            $"{header?["cluster_id"]}", $"{header?["member_id"]}");
    }

    /// <summary>Writes a key if it is still as it was read; false when somebody else was faster.</summary>
    internal async Task<bool> Replace(string endpoint, string key, string revision, string value, CancellationToken stop)
    {
        var answer = await Call(endpoint, "kv/txn", new JsonObject
        {
            ["compare"] = new JsonArray(new JsonObject { ["key"] = Encode(key), ["target"] = "MOD", ["result"] = "EQUAL", ["modRevision"] = revision }),
            ["success"] = new JsonArray(new JsonObject { ["requestPut"] = new JsonObject { ["key"] = Encode(key), ["value"] = Encode(value) } }),
        }, stop);
        return answer["succeeded"]?.GetValue<bool>() ?? false;
    }

    private async Task<JsonNode> Call(string endpoint, string method, JsonObject body, CancellationToken stop)
    {
        _token ??= await Login(endpoint, stop);
        var (status, answer) = await Post(endpoint, method, body, _token, stop);
        if (status == HttpStatusCode.Unauthorized)
        {
            // Tokens end after minutes.
            _token = await Login(endpoint, stop);
            (status, answer) = await Post(endpoint, method, body, _token, stop);
        }
        return status == HttpStatusCode.OK && answer is not null ? answer : throw new CheckException($"{endpoint} answers {(int)status} to {method}");
    }

    private async Task<string> Login(string endpoint, CancellationToken stop)
    {
        var (status, answer) = await Post(endpoint, "auth/authenticate", new JsonObject
        {
            ["name"] = SecretFile.Read(Path.Combine(settings.CredentialsDirectory, "username")),
            ["password"] = SecretFile.Read(Path.Combine(settings.CredentialsDirectory, "password")),
        }, null, stop);
        return status == HttpStatusCode.OK && answer?["token"]?.ToString() is { Length: > 0 } token ? token : throw new CheckException($"{endpoint} refuses the user's password, status {(int)status}");
    }

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> Post(string endpoint, string method, JsonObject body, string? token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{endpoint}/v3/{method}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await _http.SendAsync(request, stop);
        return (answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync(stop)));
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
