using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>A client of etcd's JSON API, as the gateway is one: certificate, user and password, token.</summary>
public sealed class JsonApi : IDisposable
{
    private readonly IReadOnlyList<string> _endpoints;
    private readonly X509Certificate2? _certificate;
    private readonly X509Certificate2 _authority;
    private readonly HttpClient _http;
    private int _preferred;

    /// <param name="folder">Folder of the certificate; its authority is the one to trust.</param>
    /// <param name="endpoints">Members to try, in turn.</param>
    /// <param name="present">Whether the certificate is shown to the server.</param>
    public JsonApi(string folder, IReadOnlyList<string> endpoints, bool present = true)
    {
        _endpoints = endpoints;
        _authority = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "ca.crt")));
        var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(1), PooledConnectionLifetime = TimeSpan.FromMinutes(1) };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(_authority);
        if (present)
        {
            _certificate = X509Certificate2.CreateFromPemFile(Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => _certificate;
        }
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(1.5) };
    }

    public string? Token { get; set; }

    public async Task Login(string user)
    {
        var (status, answer) = await Post("auth/authenticate", new JsonObject { ["name"] = user, ["password"] = RealCluster.Password(user) });
        Assert.True(status == HttpStatusCode.OK, $"{status}: {answer}");
        Token = (string)answer["token"]!;
    }

    public Task<(HttpStatusCode Status, JsonNode Answer)> Put(string key, string value) => Post("kv/put", new JsonObject { ["key"] = Encode(key), ["value"] = Encode(value) });

    public Task<(HttpStatusCode Status, JsonNode Answer)> Get(string key) => Post("kv/range", new JsonObject { ["key"] = Encode(key) });

    /// <summary>All keys with a prefix, read through the quorum.</summary>
    public async Task<Dictionary<string, string>> All(string prefix)
    {
        var (status, answer) = await Post("kv/range", new JsonObject { ["key"] = Encode(prefix), ["range_end"] = Encode($"{prefix[..^1]}{(char)(prefix[^1] + 1)}") });
        Assert.True(status == HttpStatusCode.OK, $"{status}: {answer}");
        return (answer["kvs"]?.AsArray() ?? []).ToDictionary(pair => Decode(pair!["key"]!), pair => Decode(pair!["value"]!));
    }

    /// <summary>Sends a request to the member that answered last; another one is tried from the next request on when it fails.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Answer)> Post(string path, JsonObject body)
    {
        var endpoint = _endpoints[_preferred % _endpoints.Count];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{endpoint}/v3/{path}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (Token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", Token);
        try
        {
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                _preferred++;
            return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)! : JsonValue.Create(text));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            _preferred++;
            throw;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _certificate?.Dispose();
        _authority.Dispose();
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(JsonNode text) => Encoding.UTF8.GetString(Convert.FromBase64String((string)text!));
}
