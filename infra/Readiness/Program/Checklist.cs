using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>The items of the production checklist that need no load.</summary>
/// <param name="settings">All settings.</param>
/// <param name="gateway">Client of the access tier.</param>
/// <param name="etcd">Client of the live configuration.</param>
/// <param name="http">Connections inside the cluster.</param>
internal sealed class Checklist(ReadinessSettings settings, GatewayClient gateway, EtcdClient etcd, HttpClient http)
{
    private const int FewestMembers = 3;

    private readonly CheckSettings _checks = settings.Checks!;
    private readonly Prometheus _prometheus = new(http, settings.Checks!.PrometheusUrl);

    /// <summary>In the order of the list; 5 and 6 are <see cref="LoadRun"/>'s.</summary>
    internal IReadOnlyList<Item> Items =>
    [
        new(1, "Models reachable over HTTPS", Handshake),
        new(2, "Model list complete", ModelList),
        new(3, "GPU memory within plan", GpuMemory),
        new(4, "Every node READY", Nodes),
        new(7, "Declared context is real", Contexts),
        new(8, "Tokens are checked", Tokens),
        new(9, "etcd healthy", Members),
        new(10, "Shared storage", Storage),
        new(11, "Repair script", new ScriptCheck(_checks.Script, _checks.RouterHealthUrl, http).Run),
        new(12, "Router reports itself up", RouterUp),
    ];

    private async Task<string> Handshake(CancellationToken stop)
    {
        var address = new Uri(settings.Gateway!.BaseUrl);
        if (address.Scheme != "https")
            throw new CheckException($"{address} is not https");
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, stop);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host, CertificateChainPolicy = Connections.Trust(settings.Gateway.CaFile) }, stop);
        var certificate = (X509Certificate2)stream.RemoteCertificate!;
        var hours = (certificate.NotAfter.ToUniversalTime() - TimeProvider.System.GetUtcNow().UtcDateTime).TotalHours;
        if (hours < settings.Gateway.CertificateHours)
            throw new CheckException(Text($"the certificate ends in {hours:0} h, allowed at least {settings.Gateway.CertificateHours} h; its renewal fails"));
        var models = await gateway.Models(stop);
        return Text($"{stream.SslProtocol}, certificate valid for {hours / 24:0} days, /v1/models answers with {models.Count}");
    }

    private async Task<string> ModelList(CancellationToken stop)
    {
        var listed = await gateway.Models(stop);
        var missing = settings.Models.Where(model => !listed.ContainsKey(model.Name)).Select(model => model.Name).ToArray();
        return missing.Length == 0 ? $"{settings.Models.Length} of {settings.Models.Length} configured models listed" : throw new CheckException($"not listed: {string.Join(", ", missing)}");
    }

    private async Task<string> GpuMemory(CancellationToken stop)
    {
        var seen = new List<string>();
        foreach (var gpu in _checks.Gpus)
        {
            var selector = $"{{gpu_sku=\"{gpu.Sku}\"}}";
            var used = await _prometheus.Query($"max(DCGM_FI_DEV_FB_USED{selector} / (DCGM_FI_DEV_FB_USED{selector} + DCGM_FI_DEV_FB_FREE{selector}))", stop);
            if (used.Length == 0)
                throw new CheckException($"no DCGM figures of {gpu.Sku}");
            if (!(used.Max() <= gpu.MemoryLimit))
                throw new CheckException(Text($"{gpu.Sku} uses {used.Max() * 100:0.#} % of a card's memory, planned {gpu.MemoryLimit * 100:0.#} %"));
            seen.Add(Text($"{gpu.Sku} {used.Max() * 100:0.#} % of {gpu.MemoryLimit * 100:0.#} %"));
        }
        return string.Join(", ", seen);
    }

    private async Task<string> Nodes(CancellationToken stop)
    {
        var pools = (await GetJson(_checks.RouterStatusUrl, "the Router", stop))["pools"] as JsonArray ?? throw new CheckException("the Router's status holds no list 'pools'");
        var total = 0;
        foreach (var pool in _checks.Pools)
        {
            var nodes = pools.FirstOrDefault(entry => entry?["name"]?.ToString() == pool.Name)?["nodes"] as JsonArray ?? throw new CheckException($"the Router does not know the pool {pool.Name}");
            var waiting = nodes.Where(node => node?["state"]?.ToString() != "READY").Select(node => $"{node?["name"]} is {node?["state"]}").ToArray();
            if (waiting.Length > 0)
                throw new CheckException($"{pool.Name}: {string.Join(", ", waiting)}");
            if (nodes.Count < pool.Nodes)
                throw new CheckException($"{pool.Name} has {nodes.Count} nodes, expected at least {pool.Nodes}");
            total += nodes.Count;
        }
        return $"{total} nodes of {_checks.Pools.Length} pools READY";
    }

    private async Task<string> Contexts(CancellationToken stop)
    {
        var listed = await gateway.Models(stop);
        foreach (var model in settings.Models)
        {
            // A model that is not listed is item 2.
            if (listed.TryGetValue(model.Name, out var entry) && entry["max_model_len"]?.ToString() is var real && real != model.ContextTokens.ToString(CultureInfo.InvariantCulture))
                throw new CheckException($"{model.Name} declares {model.ContextTokens} tokens, /v1/models says {real ?? "nothing"}");
        }
        return string.Join(", ", settings.Models.Select(model => $"{model.Name} {model.ContextTokens}"));
    }

    private async Task<string> Tokens(CancellationToken stop)
    {
        await Expect(null, HttpStatusCode.Unauthorized, "no token", stop);
        await Expect(TokenForgery.WrongSignature(gateway.Token), HttpStatusCode.Unauthorized, "a token with a wrong signature", stop);
        await Expect(TokenForgery.Unsigned(gateway.Token), HttpStatusCode.Unauthorized, "an unsigned token (alg none)", stop);
        await Expect(gateway.Token, HttpStatusCode.OK, "the good token", stop);
        return "none, wrong signature and alg none: 401; good token: 200";
    }

    private async Task Expect(string? token, HttpStatusCode wanted, string what, CancellationToken stop)
    {
        var status = await gateway.Status(token, stop);
        if (status != wanted)
            throw new CheckException($"{what} gets {(int)status}, expected {(int)wanted}");
    }

    private async Task<string> Members(CancellationToken stop)
    {
        var endpoints = _checks.Etcd.Endpoints;
        if (endpoints.Length < FewestMembers || endpoints.Length % 2 == 0)
            throw new CheckException($"{endpoints.Length} members, expected an odd number from {FewestMembers} on");
        var seen = new List<EtcdValue>();
        foreach (var endpoint in endpoints)
        {
            try
            {
                await etcd.RequireHealth(endpoint, stop);
                seen.Add(await etcd.Read(endpoint, _checks.Etcd.ModeKey, stop));
            }
            catch (HttpRequestException exception)
            {
                throw new CheckException($"{endpoint}: {exception.Message}");
            }
        }
        if (seen.Select(value => value.Cluster).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new CheckException("the members belong to different clusters");
        if (seen.Select(value => value.Member).Distinct(StringComparer.Ordinal).Count() < endpoints.Length)
            throw new CheckException("several addresses lead to one member");
        return $"{endpoints.Length} members of one cluster are healthy and read through the quorum";
    }

    private async Task<string> Storage(CancellationToken stop)
    {
        var answer = await GetJson(_checks.StorageUrl, "the probe of the storage", stop);
        return answer["pass"]?.ToString() == "true" ? $"{answer["detail"]}" : throw new CheckException($"{answer["detail"]}");
    }

    private async Task<string> RouterUp(CancellationToken stop)
    {
        var query = $"clawdbot_router_up{{job=\"{_checks.RouterJob}\"}}";
        var values = await _prometheus.Query(query, stop);
        if (values.Length == 0)
            throw new CheckException($"{query} has no value");
        var down = values.Count(value => value != 1);
        return down == 0 ? $"{values.Length} Routers are up" : throw new CheckException($"{query} is not 1 for {down} of {values.Length} Routers");
    }

    private async Task<JsonNode> GetJson(string url, string who, CancellationToken stop)
    {
        using var answer = await http.GetAsync(new Uri(url), stop);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new CheckException($"{who} answers {(int)answer.StatusCode}");
        try
        {
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop)) as JsonObject ?? throw new CheckException($"{who} answers no JSON object");
        }
        catch (JsonException)
        {
            throw new CheckException($"{who} answers no JSON");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
