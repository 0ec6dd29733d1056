using System.Collections.Immutable;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

public sealed class GatewayRulesTests
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary<string, string>.Empty;

    public static TheoryData<string, GatewaySpec> Good { get; } = new()
    {
        { "the plain one", Gateways.Spec },
        { "tokens of an identity provider", Gateways.Spec with { Jwt = Gateways.Spec.Jwt with { Clients = Gateways.Provider } } },
        { "another issuer of certificates", Gateways.Spec with { Certificate = new GatewayCertificate.ClusterIssuer("letsencrypt") } },
        { "no address outside", Gateways.Spec with { Exposure = new GatewayExposure.InsideOnly(null) } },
        { "a node port", Gateways.Spec with { Exposure = new GatewayExposure.NodePort(30443, ["2001:db8::/32"]) } },
        { "images for ecr", Gateways.Spec with { Images = new GatewayImages.BuiltToEcr("clawdbot/ai", "1.0.0") } },
        { "images for a registry", Gateways.Spec with { Images = new GatewayImages.BuiltToRegistry("localhost:5000/ai", "1.0.0"), ImagePullSecret = "registry" } },
        { "the limits", Gateways.Spec with { InFlight = 4096, Queue = 65536, DispatchBatch = 4096, ModelSeconds = 899, RequestSeconds = 900, Retries = 0, Burst = 0, CacheSeconds = 0, BodyKiB = 65536, PrometheusUrl = null } },
        { "an alias, a fallback and a weight", Gateways.Spec with { Aliases = None.Add("default", "qwen3:32b"), BaseWeights = ImmutableSortedDictionary<string, int>.Empty.Add("a10", 90) } },
    };

    public static TheoryData<GatewaySpec, string> Bad { get; } = new()
    {
        { Gateways.Spec with { Host = "Gateway.example.org" }, "CB2001: G.host is 'Gateway.example.org'; allowed: a host name with a domain, such as gateway.example.org. Change it." },
        { Gateways.Spec with { Host = "gateway" }, "CB2001: G.host is 'gateway'; allowed: a host name with a domain, such as gateway.example.org. Change it." },
        { Exposed(new GatewayExposure.LoadBalancer([], None)), "CB2400: G.exposure.allowedRanges is empty; allowed: the address ranges of the clients, such as 192.0.2.0/24. A load balancer without ranges is open to the internet. Change it." },
        { Exposed(new GatewayExposure.LoadBalancer(["10.0.0.0/8", "0.0.0.0/0"], None)), "CB2400: G.exposure.allowedRanges[1] is '0.0.0.0/0'; allowed: the address ranges of the clients. For clients anywhere, use kind 'insideOnly' behind a tunnel or an ingress that filters. Change it." },
        { Exposed(new GatewayExposure.NodePort(30443, ["::/0"])), "CB2400: G.exposure.allowedRanges[0] is '::/0'; allowed: the address ranges of the clients. For clients anywhere, use kind 'insideOnly' behind a tunnel or an ingress that filters. Change it." },
        { Exposed(new GatewayExposure.LoadBalancer(["192.0.2.1/24"], None)), "CB2401: G.exposure.allowedRanges[0] is '192.0.2.1/24'; allowed: an address range whose host bits are zero, such as 192.0.2.0/24 or 2001:db8::/32. Change it." },
        { Exposed(new GatewayExposure.LoadBalancer(["192.0.2.0"], None)), "CB2401: G.exposure.allowedRanges[0] is '192.0.2.0'; allowed: an address range whose host bits are zero, such as 192.0.2.0/24 or 2001:db8::/32. Change it." },
        { Exposed(new GatewayExposure.LoadBalancer(["192.0.2.0/24"], None.Add("a/b/c", "x"))), "CB2001: G.exposure.annotations is 'a/b/c'; allowed: keys of annotations: <domain>/<name>. Change it." },
        { Exposed(new GatewayExposure.NodePort(8443, ["10.0.0.0/8"])), "CB2002: G.exposure.port is 8443; allowed: 30000 to 32767. Change it." },
        { Exposed(new GatewayExposure.InsideOnly("In gress")), "CB2001: G.exposure.fromNamespace is 'In gress'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. Change it." },
        { Gateways.Spec with { Certificate = new GatewayCertificate.ClusterIssuer("Lets Encrypt") }, "CB2001: G.certificate.name is 'Lets Encrypt'; allowed: the name of a ClusterIssuer: lower-case letters, digits, '-' and '.'. Change it." },
        { Gateways.Spec with { ImagePullSecret = "My_Secret" }, "CB2001: G.imagePullSecret is 'My_Secret'; allowed: the name of a Secret: lower-case letters, digits, '-' and '.'. Change it." },
        { Gateways.Spec with { Images = new GatewayImages.BuiltToEcr("Clawdbot", "1") }, "CB2001: G.images.prefix is 'Clawdbot'; allowed: lower-case letters and digits, joined by '-', '_', '.' or '/'. Change it." },
        { Gateways.Spec with { Images = new GatewayImages.BuiltToRegistry("registry.example.org", "1") }, "CB2001: G.images.registry is 'registry.example.org'; allowed: <host>[:<port>]/<path> in lower-case letters, such as registry.example.org/clawdbot. Change it." },
        { Gateways.Spec with { AccessTierReplicas = new ReplicaRange(0, 2) }, "CB2002: G.replicas.accessTier.minimum is 0; allowed: 1 to 50. Change it." },
        { Gateways.Spec with { RouterReplicas = new ReplicaRange(3, 2) }, "CB2415: G.replicas.router.maximum is 2; allowed: at least replicas.router.minimum, which is 3. Change it." },
        { Gateways.Spec with { InFlight = 4, DispatchBatch = 8 }, "CB2411: G.dispatchBatch is 8; allowed: at most inFlight, which is 4. Requests that leave the queue together are in flight together. Change it." },
        { Gateways.Spec with { Queue = 4, DispatchBatch = 8 }, "CB2411: G.queue is 4; allowed: at least dispatchBatch, which is 8. Priorities have no effect when the queue never holds a whole batch. Change it." },
        { Gateways.Spec with { ModelSeconds = 60 }, "CB2405: G.modelSeconds is 60; allowed: less than requestSeconds, which is 60. A try that takes the whole time leaves none for another server. Change it." },
        { Gateways.Spec with { Retries = 3 }, "CB2002: G.retries is 3; allowed: 0 to 2. Change it." },
        { Gateways.Spec with { DegradationPercents = [5, 30, 15] }, "CB2409: G.degradationPercents is [5, 30, 15]; allowed: three rising numbers, 1 to 100: cache, fallback model, static answer. Change it." },
        { Gateways.Spec with { DegradationPercents = [5, 15] }, "CB2409: G.degradationPercents is [5, 15]; allowed: three rising numbers, 1 to 100: cache, fallback model, static answer. Change it." },
        { Gateways.Spec with { TlsMinimumVersion = "TLSv1.1" }, "CB1004: G.tlsMinimumVersion is 'TLSv1.1'; allowed: TLSv1.2, TLSv1.3. Did you mean 'TLSv1.2'? Change it." },
        { Gateways.Spec with { Algorithm = "random" }, "CB1004: G.algorithm is 'random'; allowed: load-aware, formula, least-in-flight, round-robin. Change it." },
        { Gateways.Spec with { PrometheusUrl = "prometheus:9090" }, "CB2010: G.prometheusUrl is 'prometheus:9090'; allowed: an http or https address without user name, or null. Change it." },
        { Gateways.Spec with { Pools = [] }, "CB2012: G.pools is empty; allowed: at least one pool. Change it." },
        { Gateways.Spec with { Aliases = None.Add("default", "qwen3:23b") }, "CB2406: G.aliases.default is 'qwen3:23b'; allowed: a model that a pool serves: qwen3:32b. Did you mean 'qwen3:32b'? Change it." },
        { Gateways.Spec with { Aliases = None.Add("qwen3:32b", "qwen3:32b") }, "CB2408: G.aliases.qwen3:32b is 'qwen3:32b'; allowed: aliases that are not names of served models. 'qwen3:32b' is served by a pool. Change it." },
        { Gateways.Spec with { Fallbacks = None.Add("qwen3:32b", "other") }, "CB2406: G.fallbacks.qwen3:32b is 'other'; allowed: a model that a pool serves: qwen3:32b. Change it." },
        { Gateways.Spec with { Fallbacks = None.Add("qwen3:32b", "qwen3:32b") }, "CB2407: G.fallbacks.qwen3:32b is qwen3:32b -> qwen3:32b; allowed: a chain that ends. Change it." },
        { Gateways.Spec with { BaseWeights = ImmutableSortedDictionary<string, int>.Empty.Add("a10g", 100) }, "CB2006: G.baseWeights is 'a10g'; allowed: a10. Did you mean 'a10'? Change it." },
        { Gateways.Spec with { BaseWeights = ImmutableSortedDictionary<string, int>.Empty.Add("a10", 0) }, "CB2002: G.baseWeights.a10 is 0; allowed: 1 to 10000. Change it." },
        { Gateways.Spec with { Pools = [Pools.Spec, Pools.Spec with { Name = "other", Model = new ModelReference("Qwen/Qwen3-32B", "main") }] }, $"CB2413: G.pools 'qwen3-32b' and 'other' is Qwen/Qwen3-32B-AWQ@{new string('a', 40)} and Qwen/Qwen3-32B@main, both served as 'qwen3:32b'; allowed: one model and revision for each served model name. Clients of one name would get answers of either model. Change it." },
        { Gateways.Spec with { Pools = [Pools.Spec, Pools.Spec] }, "CB1006: G.pools is 'qwen3-32b' again; allowed: each name once. Change it." },
        { Signed(jwt => jwt with { KeyVersion = 0 }), "CB2002: G.jwt.keyVersion is 0; allowed: 1 to 1000000. Change it." },
        { Signed(jwt => jwt with { AssistantTokenExpires = "never" }), "CB2410: G.jwt.assistantTokenExpires is 'never'; allowed: the last day of the token as <year>-<month>-<day>, such as 2027-06-30. Change it." },
        { From(Gateways.Provider with { Issuer = "http://login.example.org/" }), "CB2403: G.jwt.clients.issuer is 'http://login.example.org/'; allowed: an https address, exactly as in the claim iss. Change it." },
        { From(Gateways.Provider with { Audience = " " }), "CB2012: G.jwt.clients.audience is empty; allowed: the claim aud of tokens that are meant for this gateway. Without it, tokens for other services would be accepted. Change it." },
        { From(Gateways.Provider with { Algorithms = ["RS256", "none"] }), "CB2402: G.jwt.clients.algorithms is 'none'; allowed: RS256, ES256. 'none' is no signature: anybody could write such a token. Change it." },
        { From(Gateways.Provider with { Algorithms = ["RS256", "HS256"] }), "CB2402: G.jwt.clients.algorithms is 'HS256'; allowed: RS256, ES256. With a shared secret, whoever verifies a token could also make one. Change it." },
        { From(Gateways.Provider with { Keys = "keys" }), "CB2404: G.jwt.clients.keys is not JSON; allowed: a JWK set {\"keys\": [...]} of public keys, each with kty, kid and alg. Change it." },
        { From(Gateways.Provider with { Keys = """{"keys":[]}""" }), "CB2404: G.jwt.clients.keys is without keys; allowed: a JWK set {\"keys\": [...]} of public keys, each with kty, kid and alg. Change it." },
        { From(Keys("""{"kty":"RSA","kid":"a","alg":"RS256","n":"x","e":"AQAB","d":"hunter2"}""")), "CB2404: G.jwt.clients.keys[0] is a private or shared key; allowed: a JWK set {\"keys\": [...]} of public keys, each with kty, kid and alg. Consider that key as known to others, and replace it. Change it." },
        { From(Keys("""{"kty":"RSA","kid":"clawdbot-1","alg":"RS256","n":"x","e":"AQAB"}""")), "CB2404: G.jwt.clients.keys[0].kid is 'clawdbot-1'; allowed: an id that does not begin with 'clawdbot-'. Those are the keys of the stack itself. Change it." },
        { From(Keys("""{"kty":"RSA","alg":"RS256","n":"x","e":"AQAB"}""")), "CB2404: G.jwt.clients.keys[0].kid is missing; allowed: an id that no other key of the set has. Change it." },
        { From(Keys("""{"kty":"RSA","kid":"a","n":"x","e":"AQAB"}""")), "CB2404: G.jwt.clients.keys[0].alg is missing; allowed: one of clients.algorithms, which are RS256. Change it." },
        { From(Keys("""{"kty":"EC","kid":"a","alg":"RS256","crv":"P-256","x":"x","y":"y"}""")), "CB2404: G.jwt.clients.keys[0] is no key for RS256; allowed: kty RSA with n and e. Change it." },
        { From(Keys("""{"kty":"EC","kid":"a","alg":"ES256","crv":"P-384","x":"x","y":"y"}""") with { Algorithms = ["ES256"] }), "CB2404: G.jwt.clients.keys[0] is no key for ES256; allowed: kty EC with crv P-256, x and y. Change it." },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Accepts(string what, GatewaySpec spec) => Assert.Equal([what], GatewayRules.Check(spec, "G", "Change it.").Lines().Prepend(what));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Rejects(GatewaySpec spec, string message) => Assert.Equal([message], GatewayRules.Check(spec, "G", "Change it.").Lines());

    [Fact]
    public void Rejects_images_without_a_version_one_by_one() =>
        Assert.Equal(
            [
                "CB2009: G.images.accessTier is 'access-tier'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. The gateway's settings belong to one version of its programs. Change it.",
                "CB2009: G.images.router is 'router:latest'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. The gateway's settings belong to one version of its programs. Change it.",
            ],
            GatewayRules.Check(Gateways.Spec with { Images = new GatewayImages.Published("access-tier", "router:latest") }, "G", "Change it.").Lines());

    [Fact]
    public void Rejects_fallbacks_that_go_round_once_for_the_whole_loop()
    {
        var spec = Gateways.Spec with
        {
            Pools = [Pools.Spec, Served("b"), Served("c")],
            Fallbacks = None.Add("b", "c").Add("c", "b").Add("qwen3:32b", "b"),
        };
        Assert.Equal(["CB2407: G.fallbacks.b is b -> c -> b; allowed: a chain that ends. Change it."], GatewayRules.Check(spec, "G", "Change it.").Lines());
    }

    [Fact]
    public void Rejects_missing_arguments_together()
    {
        var args = new GatewayArgs { Spec = Gateways.Spec, Namespace = null!, ModelServerKeySecretName = null!, EtcdCertificateSecretName = null!, EtcdCredentialsSecretName = null!, RegistryUser = "robot" };
        Assert.Equal(
            [
                "CB2012: G.namespace is missing; allowed: the namespace of the gateway. Change it.",
                "CB2012: G.modelServerKeySecretName is missing; allowed: the name of a Secret in the namespace of the gateway. Change it.",
                "CB2012: G.etcdCertificateSecretName is missing; allowed: the name of a Secret in the namespace of the gateway. Change it.",
                "CB2012: G.etcdCredentialsSecretName is missing; allowed: the name of a Secret in the namespace of the gateway. Change it.",
                "CB2414: G.registryUser is given without registryPassword; allowed: both or neither. Without them Docker uses the credentials or the credential helper of the machine. Change it.",
            ],
            GatewayRules.CheckArguments(args, "G", "Change it.").Lines());
    }

    private static GatewaySpec Exposed(GatewayExposure exposure) => Gateways.Spec with { Exposure = exposure };

    private static GatewaySpec Signed(Func<JwtSpec, JwtSpec> change) => Gateways.Spec with { Jwt = change(Gateways.Spec.Jwt) };

    private static GatewaySpec From(JwtKeySource clients) => Signed(jwt => jwt with { Clients = clients });

    private static JwtKeySource.Provider Keys(string key) => Gateways.Provider with { Keys = $$"""{"keys":[{{key}}]}""" };

    private static ModelPoolSpec Served(string name) => (Pools.Spec with { Name = name }).With(plan => plan with { Vllm = plan.Vllm with { ServedModelName = name } });
}
