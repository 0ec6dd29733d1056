using System.Collections.Immutable;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:gateway</c>.</summary>
internal static class GatewayReader
{
    internal static ImmutableArray<string> Keys { get; } =
    [
        "host", "exposure", "certificate", "images", "imagePullSecret", "jwt", "replicas", "inFlight", "queue", "dispatchBatch", "modelSeconds",
        "requestSeconds", "retries", "requestsPerMinute", "burst", "concurrentPerClient", "bodyKiB", "tlsMinimumVersion", "algorithm", "baseWeights",
        "aliases", "fallbacks", "degradationPercents", "cacheSeconds", "prometheusUrl", "gpuMetrics",
    ];

    private static readonly Dictionary<string, string[]> Exposures = new()
    {
        ["loadBalancer"] = ["allowedRanges", "annotations"],
        ["nodePort"] = ["port", "allowedRanges"],
        ["insideOnly"] = ["fromNamespace"],
    };

    private static readonly Dictionary<string, string[]> Certificates = new() { ["ownAuthority"] = [], ["clusterIssuer"] = ["name"] };

    private static readonly Dictionary<string, string[]> Images = new()
    {
        ["published"] = ["accessTier", "router"],
        ["ecr"] = ["prefix", "tag"],
        ["registry"] = ["registry", "tag"],
        ["onMachine"] = ["tag"],
    };

    private static readonly Dictionary<string, string[]> Clients = new() { ["own"] = [], ["issuer"] = ["issuer", "audience", "algorithms", "keys"] };

    /// <summary>What cannot be read becomes harmless: the stack is refused anyway, and other rules should not complain about it as well.</summary>
    internal static GatewaySpec Read(SettingsObject entry, ImmutableArray<ModelPoolSpec> pools)
    {
        var replicas = entry.Has("replicas") ? entry.Object("replicas", ["accessTier", "router"]) : null;
        return new GatewaySpec
        {
            Host = entry.Text("host", "gateway.invalid"),
            Exposure = ReadExposure(entry),
            Certificate = ReadCertificate(entry),
            Images = ReadImages(entry),
            ImagePullSecret = entry.OptionalText("imagePullSecret"),
            Jwt = ReadJwt(entry.Object("jwt", ["keyVersion", "keepPreviousKey", "assistantTokenExpires", "clients"])),
            Pools = pools,
            AccessTierReplicas = ReadReplicas(replicas, "accessTier", GatewayDefaults.AccessTierReplicas),
            RouterReplicas = ReadReplicas(replicas, "router", GatewayDefaults.RouterReplicas),
            InFlight = entry.OptionalInteger("inFlight") ?? GatewayDefaults.InFlight,
            Queue = entry.OptionalInteger("queue") ?? GatewayDefaults.Queue,
            DispatchBatch = entry.OptionalInteger("dispatchBatch") ?? GatewayDefaults.DispatchBatch,
            ModelSeconds = entry.OptionalInteger("modelSeconds") ?? GatewayDefaults.ModelSeconds,
            RequestSeconds = entry.OptionalInteger("requestSeconds") ?? GatewayDefaults.RequestSeconds,
            Retries = entry.OptionalInteger("retries") ?? GatewayDefaults.Retries,
            RequestsPerMinute = entry.OptionalInteger("requestsPerMinute") ?? GatewayDefaults.RequestsPerMinute,
            Burst = entry.OptionalInteger("burst") ?? GatewayDefaults.Burst,
            ConcurrentPerClient = entry.OptionalInteger("concurrentPerClient") ?? GatewayDefaults.ConcurrentPerClient,
            BodyKiB = entry.OptionalInteger("bodyKiB") ?? GatewayDefaults.BodyKiB,
            TlsMinimumVersion = entry.OptionalText("tlsMinimumVersion") ?? GatewayDefaults.TlsMinimumVersion,
            Algorithm = entry.OptionalText("algorithm") ?? GatewayDefaults.Algorithm,
            BaseWeights = entry.OptionalIntegerMap("baseWeights") ?? ImmutableSortedDictionary<string, int>.Empty,
            Aliases = entry.OptionalTextMap("aliases") ?? ImmutableSortedDictionary<string, string>.Empty,
            Fallbacks = entry.OptionalTextMap("fallbacks"),
            DegradationPercents = entry.OptionalIntegers("degradationPercents") ?? GatewayDefaults.DegradationPercents,
            CacheSeconds = entry.OptionalInteger("cacheSeconds") ?? GatewayDefaults.CacheSeconds,
            PrometheusUrl = entry.OptionalFlag("gpuMetrics") == false ? null : entry.OptionalText("prometheusUrl") ?? GatewayDefaults.PrometheusUrl,
        };
    }

    private static GatewayExposure ReadExposure(SettingsObject entry)
    {
        if (!entry.Has("exposure"))
            return new GatewayExposure.InsideOnly(null);
        var exposure = entry.Variant("exposure", Exposures);
        return exposure.Choice("kind", [.. Exposures.Keys]) switch
        {
            "loadBalancer" => new GatewayExposure.LoadBalancer(exposure.OptionalTexts("allowedRanges"), exposure.OptionalTextMap("annotations") ?? ImmutableSortedDictionary<string, string>.Empty),
            "nodePort" => new GatewayExposure.NodePort(exposure.Integer("port", GatewayDefaults.NodePorts.Minimum), exposure.OptionalTexts("allowedRanges")),
            "insideOnly" => new GatewayExposure.InsideOnly(exposure.OptionalText("fromNamespace")),
            _ => new GatewayExposure.InsideOnly(null),
        };
    }

    private static GatewayCertificate ReadCertificate(SettingsObject entry)
    {
        if (!entry.Has("certificate"))
            return new GatewayCertificate.OwnAuthority();
        var certificate = entry.Variant("certificate", Certificates);
        return certificate.Choice("kind", [.. Certificates.Keys]) == "clusterIssuer"
            ? new GatewayCertificate.ClusterIssuer(certificate.Text("name", "unknown"))
            : new GatewayCertificate.OwnAuthority();
    }

    private static GatewayImages ReadImages(SettingsObject entry)
    {
        const string Any = "unknown:0";
        var images = entry.Variant("images", Images);
        return images.Choice("kind", [.. Images.Keys]) switch
        {
            "published" => new GatewayImages.Published(images.Text("accessTier", Any), images.Text("router", Any)),
            "ecr" => new GatewayImages.BuiltToEcr(images.Text("prefix", "unknown"), images.Text("tag", "0")),
            "registry" => new GatewayImages.BuiltToRegistry(images.Text("registry", "unknown.invalid/unknown"), images.Text("tag", "0")),
            "onMachine" => new GatewayImages.BuiltOnMachine(images.Text("tag", "0")),
            _ => new GatewayImages.Published(Any, Any),
        };
    }

    private static JwtSpec ReadJwt(SettingsObject jwt) => new()
    {
        KeyVersion = jwt.OptionalInteger("keyVersion") ?? 1,
        KeepPreviousKey = jwt.OptionalFlag("keepPreviousKey") ?? true,
        AssistantTokenExpires = jwt.Text("assistantTokenExpires", "2100-01-01"),
        Clients = jwt.Has("clients") ? ReadClients(jwt.Variant("clients", Clients)) : new JwtKeySource.Own(),
    };

    private static JwtKeySource ReadClients(SettingsObject clients) => clients.Choice("kind", [.. Clients.Keys]) == "issuer"
        ? new JwtKeySource.Provider(
            clients.Text("issuer", "https://unknown.invalid/"), clients.Text("audience", "unknown"), clients.OptionalTexts("algorithms"), clients.Text("keys", "{}"))
        : new JwtKeySource.Own();

    private static ReplicaRange ReadReplicas(SettingsObject? replicas, string key, ReplicaRange otherwise)
    {
        if (replicas is null || !replicas.Has(key))
            return otherwise;
        var range = replicas.Object(key, ["minimum", "maximum"]);
        return new ReplicaRange(range.Integer("minimum", otherwise.Minimum), range.Integer("maximum", otherwise.Maximum));
    }
}
