using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class GatewayReaderTests
{
    private const string Least = """
        {"host":"gateway.example.org","exposure":{"kind":"insideOnly"},"certificate":{"kind":"ownAuthority"},
         "images":{"kind":"published","accessTier":"a:1","router":"r:1"},"jwt":{"assistantTokenExpires":"2027-06-30"}}
        """;

    [Fact]
    public void Reads_the_least_with_the_defaults()
    {
        var (spec, errors) = Read(Least);
        Assert.Empty(errors);
        Assert.Equal("gateway.example.org", spec.Host);
        Assert.Equal(new GatewayExposure.InsideOnly(null), spec.Exposure);
        Assert.Equal(new GatewayImages.Published("a:1", "r:1"), spec.Images);
        Assert.Equal(new JwtSpec { AssistantTokenExpires = "2027-06-30" }, spec.Jwt);
        Assert.Equal((32, 128, 8, 30, 60, 2), (spec.InFlight, spec.Queue, spec.DispatchBatch, spec.ModelSeconds, spec.RequestSeconds, spec.Retries));
        Assert.Equal(GatewayDefaults.RouterReplicas, spec.RouterReplicas);
        Assert.Null(spec.Fallbacks);
        Assert.Equal(GatewayDefaults.PrometheusUrl, spec.PrometheusUrl);
    }

    [Fact]
    public void Reads_every_key()
    {
        var (spec, errors) = Read("""
            {"host":"gateway.example.org",
             "exposure":{"kind":"loadBalancer","allowedRanges":["192.0.2.0/24"],"annotations":{"example.org/scheme":"internal"}},
             "certificate":{"kind":"clusterIssuer","name":"letsencrypt"},
             "images":{"kind":"registry","registry":"registry.example.org/ai","tag":"1.0.0"}, "imagePullSecret":"registry",
             "jwt":{"keyVersion":3,"keepPreviousKey":false,"assistantTokenExpires":"2027-06-30",
                    "clients":{"kind":"issuer","issuer":"https://login.example.org/","audience":"clawdbot","algorithms":["ES256"],"keys":"{}"}},
             "replicas":{"router":{"minimum":3,"maximum":9}},
             "inFlight":64,"queue":256,"dispatchBatch":16,"modelSeconds":20,"requestSeconds":40,"retries":1,"requestsPerMinute":100,"burst":5,"concurrentPerClient":50,
             "bodyKiB":64,"tlsMinimumVersion":"TLSv1.3","algorithm":"formula","baseWeights":{"a10":90},"aliases":{"default":"m"},"fallbacks":{"m":"n"},
             "degradationPercents":[1,2,3],"cacheSeconds":10,"prometheusUrl":"http://prometheus:9090"}
            """);
        Assert.Empty(errors);
        var balancer = Assert.IsType<GatewayExposure.LoadBalancer>(spec.Exposure);
        Assert.Equal(("192.0.2.0/24", "internal"), (balancer.AllowedRanges[0], balancer.Annotations["example.org/scheme"]));
        Assert.Equal(new GatewayCertificate.ClusterIssuer("letsencrypt"), spec.Certificate);
        Assert.Equal(new GatewayImages.BuiltToRegistry("registry.example.org/ai", "1.0.0"), spec.Images);
        Assert.Equal((3, false), (spec.Jwt.KeyVersion, spec.Jwt.KeepPreviousKey));
        var provider = Assert.IsType<JwtKeySource.Provider>(spec.Jwt.Clients);
        Assert.Equal(("https://login.example.org/", "clawdbot", "ES256", "{}"), (provider.Issuer, provider.Audience, Assert.Single(provider.Algorithms), provider.Keys));
        Assert.Equal((GatewayDefaults.AccessTierReplicas, new ReplicaRange(3, 9)), (spec.AccessTierReplicas, spec.RouterReplicas));
        Assert.Equal((64, 256, 16, 20, 40, 1), (spec.InFlight, spec.Queue, spec.DispatchBatch, spec.ModelSeconds, spec.RequestSeconds, spec.Retries));
        Assert.Equal((100, 5, 50, 64, 10), (spec.RequestsPerMinute, spec.Burst, spec.ConcurrentPerClient, spec.BodyKiB, spec.CacheSeconds));
        Assert.Equal(("TLSv1.3", "formula", "registry", "http://prometheus:9090"), (spec.TlsMinimumVersion, spec.Algorithm, spec.ImagePullSecret, spec.PrometheusUrl));
        Assert.Equal((90, "m", "n"), (spec.BaseWeights["a10"], spec.Aliases["default"], spec.Fallbacks!["m"]));
        Assert.Equal([1, 2, 3], spec.DegradationPercents.AsEnumerable());
    }

    [Fact]
    public void Reads_the_other_choices()
    {
        Assert.Equal(new GatewayImages.BuiltToEcr("clawdbot", "1"), Read(Least.Replace("""{"kind":"published","accessTier":"a:1","router":"r:1"}""", """{"kind":"ecr","prefix":"clawdbot","tag":"1"}""", StringComparison.Ordinal)).Spec.Images);
        var node = Assert.IsType<GatewayExposure.NodePort>(Read(Least.Replace("""{"kind":"insideOnly"}""", """{"kind":"nodePort","port":30443,"allowedRanges":["10.0.0.0/8"]}""", StringComparison.Ordinal)).Spec.Exposure);
        Assert.Equal(30443, node.Port);
        Assert.Equal(new GatewayExposure.InsideOnly("ingress"), Read(Least.Replace("""{"kind":"insideOnly"}""", """{"kind":"insideOnly","fromNamespace":"ingress"}""", StringComparison.Ordinal)).Spec.Exposure);
        Assert.Null(Read(Least.Replace("\"host\"", "\"gpuMetrics\":false,\"host\"", StringComparison.Ordinal)).Spec.PrometheusUrl);
    }

    [Fact]
    public void Rejects_what_is_missing_all_at_once() =>
        Assert.Equal(
            [
                "CB1002: clawdbot:gateway.host is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.",
                "CB1002: clawdbot:gateway.images is missing; allowed: an object. Set it in stacks/Pulumi.test.yaml.",
                "CB1002: clawdbot:gateway.jwt is missing; allowed: an object. Set it in stacks/Pulumi.test.yaml.",
            ],
            Read("{}").Errors.Order(StringComparer.Ordinal).OrderBy(line => Array.FindIndex([".host", ".exposure", ".certificate", ".images", ".jwt"], key => line.Contains(key, StringComparison.Ordinal))));

    [Theory]
    [InlineData("""{"kind":"insideOnly"}""", """{"kind":"insideOnly","port":1}""", "CB1001: clawdbot:gateway.exposure.port is not a setting; allowed: kind, fromNamespace. Correct it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"kind":"insideOnly"}""", """{"kind":"loadbalancer"}""", "CB1004: clawdbot:gateway.exposure.kind is 'loadbalancer'; allowed: loadBalancer or nodePort or insideOnly. Did you mean 'loadBalancer'? Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("\"host\"", "\"inFlights\":1,\"host\"", null)]
    [InlineData("\"host\"", "\"aliases\":{\"a\":1},\"host\"", "CB1003: clawdbot:gateway.aliases is an object; allowed: an object of texts. Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("\"host\"", "\"baseWeights\":{\"a10\":\"1\"},\"host\"", "CB1003: clawdbot:gateway.baseWeights is an object; allowed: an object of whole numbers. Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("\"host\"", "\"degradationPercents\":[1,2.5],\"host\"", "CB1003: clawdbot:gateway.degradationPercents is a list of 2; allowed: a list of whole numbers. Set it in stacks/Pulumi.test.yaml.")]
    public void Rejects_what_cannot_be_read(string text, string replacement, string? message)
    {
        var error = Assert.Single(Read(Least.Replace(text, replacement, StringComparison.Ordinal)).Errors);
        Assert.Equal(message ?? $"CB1001: clawdbot:gateway.inFlights is not a setting; allowed: {string.Join(", ", GatewayReader.Keys)}. Did you mean 'inFlight'? Correct it in stacks/Pulumi.test.yaml.", error);
    }

    private static (GatewaySpec Spec, string[] Errors) Read(string json)
    {
        var errors = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json);
        var spec = GatewayReader.Read(new SettingsObject("clawdbot:gateway", document.RootElement.Clone(), GatewayReader.Keys, "stacks/Pulumi.test.yaml", errors), []);
        return (spec, [.. errors.Select(error => error.ToString())]);
    }
}
