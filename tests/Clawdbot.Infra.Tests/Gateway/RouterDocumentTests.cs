using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>The settings documents (B2, B4, B5, B8–B10, C4, C5, C8, C9.2, C9.7, C11).</summary>
public sealed class RouterDocumentTests
{
    /// <summary>A second pool of the same model on larger cards, and one of a smaller model.</summary>
    private static GatewaySpec Three { get; } = Gateways.Spec with
    {
        Pools =
        [
            Pools.Spec,
            Pool("qwen3-32b-h100", "h100", "Qwen/Qwen3-32B-AWQ", "qwen3:32b", 32768),
            Pool("qwen2-7b-a100", "a100-80", "Qwen/Qwen2.5-7B-Instruct", "qwen2:7b", 8192),
        ],
        Aliases = ImmutableSortedDictionary<string, string>.Empty.Add("default", "qwen3:32b"),
    };

    [Fact]
    public void Pools_are_taken_from_their_plans()
    {
        var pools = RouterDocument.Of(Three).Pools;
        Assert.Equal(["qwen2-7b-a100", "qwen3-32b", "qwen3-32b-h100"], pools.Select(pool => pool.Name));
        Assert.Equal(
            new RouterPool
            {
                Name = "qwen3-32b",
                Model = "qwen3:32b",
                Host = "qwen3-32b-headless.clawdbot-models.svc",
                Port = 8000,
                GpuSku = "a10",
                Tier = "standard",
                BaseWeight = 100,
                Replicas = 3,
                ContextTokens = 24576,
                MaxNumSeqs = Pools.Spec.Vllm.MaxNumSeqs,
                TargetMilliseconds = 4500,
            },
            pools[1]);
        Assert.Equal([(220, "large", 2800), (100, "standard", 4500), (380, "large", 2800)], pools.Select(pool => (pool.BaseWeight, pool.Tier, pool.TargetMilliseconds)));
    }

    [Fact]
    public void Pools_of_one_name_are_one_model_with_the_shortest_context()
    {
        var models = RouterDocument.Of(Three).Models;
        Assert.Equal(["qwen2:7b", "qwen3:32b"], models.Select(model => model.Name));
        Assert.Equal(24576, models[1].ContextTokens);
        Assert.Equal(["qwen3-32b-h100", "qwen3-32b"], models[1].Pools.AsEnumerable());
        Assert.Equal(["default"], models[1].Aliases.AsEnumerable());
    }

    [Fact]
    public void Every_model_falls_back_to_the_smallest_unless_told_otherwise()
    {
        Assert.Equal([null, "qwen2:7b"], RouterDocument.Of(Three).Models.Select(model => model.Fallback));
        Assert.Equal([null, null], RouterDocument.Of(Three with { Fallbacks = ImmutableSortedDictionary<string, string>.Empty }).Models.Select(model => model.Fallback));
        Assert.Equal(
            ["qwen3:32b", null],
            RouterDocument.Of(Three with { Fallbacks = ImmutableSortedDictionary<string, string>.Empty.Add("qwen2:7b", "qwen3:32b") }).Models.Select(model => model.Fallback));
    }

    [Fact]
    public void A_chosen_weight_wins_over_the_catalogue() =>
        Assert.Equal([220, 100, 500], RouterDocument.Of(Three with { BaseWeights = ImmutableSortedDictionary<string, int>.Empty.Add("h100", 500) }).Pools.Select(pool => pool.BaseWeight));

    [Fact]
    public void The_figures_of_the_field_reports_are_the_defaults()
    {
        var settings = RouterDocument.Of(Gateways.Spec);
        Assert.Equal((32, 128, 8), (settings.Admission.InFlight, settings.Admission.Queue, settings.Admission.DispatchBatch));
        Assert.Equal(["HIGH 100", "MEDIUM 90", "LOW 75"], settings.Admission.Priorities.Select(priority => $"{priority.Name} {priority.ShedAtPercent}"));
        Assert.Equal((30, 60), (settings.Timeouts.ModelSeconds, settings.Timeouts.RequestSeconds));
        Assert.Equal(2, settings.Retries.Maximum);
        Assert.Equal((5, 3), (settings.Health.IntervalSeconds, settings.Health.Failures));
        Assert.Equal(new WeightFormula(0.6, 65, 30, 0.3, 0.8, 0.2, 85, 0.3), settings.Weights.Formula);
        Assert.Equal(["1 cache 5 3", "2 downgrade 15 9", "3 static 30 18"],
            settings.Degradation.Levels.Select(level => $"{level.Level} {level.Action} {level.EnterPercent} {level.LeavePercent}"));
        Assert.Equal(new StaticAnswer(200, "degraded", "High load, using fallback response"), settings.Degradation.StaticAnswer);
        Assert.Equal((60, 600), (settings.Cache.TtlSeconds, settings.Cache.DegradedTtlSeconds));
        var shares = settings.Weights.LoadAware;
        Assert.Equal(1, shares.InFlightShare + shares.WaitingShare + shares.KvCacheShare + shares.FirstTokenShare, 9);
    }

    /// <summary>A share of failures that is passed on the way up ends lower on the way down, or the level would flap.</summary>
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(5, 15, 30)]
    [InlineData(98, 99, 100)]
    public void Each_level_ends_below_where_it_begins(int cache, int downgrade, int fixedAnswer) =>
        Assert.All(RouterDocument.Of(Gateways.Spec with { DegradationPercents = [cache, downgrade, fixedAnswer] }).Degradation.Levels, level => Assert.InRange(level.LeavePercent, 0, level.EnterPercent - 1));

    [Fact]
    public void The_same_document_serves_a_single_machine()
    {
        var settings = RouterDocument.Of(Gateways.Spec with { PrometheusUrl = null }, pool => pool.Name, etcd: null);
        Assert.Null(settings.Etcd);
        Assert.Equal("qwen3-32b", settings.Pools[0].Host);
        Assert.Equal("router", AccessTierDocument.Of(Gateways.Spec, "router", etcd: null).Routes.RouterHost);
    }

    [Fact]
    public void The_access_tier_speaks_modern_tls_and_trusts_nobodys_headers()
    {
        var settings = AccessTierDocument.Of(Gateways.Spec);
        Assert.Equal("TLSv1.2", settings.Tls.MinimumVersion);
        Assert.All(settings.Tls.Ciphers, cipher => Assert.Matches("^ECDHE-.*(GCM|POLY1305)", cipher));
        Assert.Contains("X-Clawdbot-*", settings.Routes.StrippedHeaders);
        Assert.All(new[] { settings.Headers.Client, settings.Headers.Tenant, settings.Headers.Priority }, header => Assert.StartsWith("X-Clawdbot-", header, StringComparison.Ordinal));
        Assert.Equal(new ServiceToken("assistant", 1814400000), Assert.Single(settings.Tokens.ServiceTokens));
        Assert.Equal(["gateway.clawdbot.svc", "gateway.clawdbot.svc.cluster.local", "gateway", "gateway.example.org"], Assert.Single(settings.Tls.Certificates).ServerNames.AsEnumerable());
    }

    /// <summary>B5: only the assistant may say how urgent a request is, and only with a token of the stack itself.</summary>
    [Fact]
    public void A_key_counts_for_its_issuer_only()
    {
        var issuers = AccessTierDocument.Of(Gateways.Spec with { Jwt = Gateways.Spec.Jwt with { KeyVersion = 2, Clients = Gateways.Provider } }).Tokens.Issuers;
        Assert.Equal(
            ["clawdbot clawdbot-gateway HS256 clawdbot-2,clawdbot-1 assistant", "https://login.example.org/ clawdbot RS256 login-1 "],
            issuers.Select(issuer => $"{issuer.Issuer} {issuer.Audience} {string.Join(',', issuer.Algorithms)} {string.Join(',', issuer.KeyIds)} {string.Join(',', issuer.TrustedSubjects)}"));
    }

    [Fact]
    public void Another_issuer_of_certificates_has_a_directory_of_its_own() =>
        Assert.Equal(
            ["/etc/clawdbot/tls gateway.clawdbot.svc", "/etc/clawdbot/public-tls gateway.example.org"],
            AccessTierDocument.Of(Gateways.Spec with { Certificate = new GatewayCertificate.ClusterIssuer("letsencrypt") }).Tls.Certificates
                .Select(certificate => $"{certificate.Directory} {certificate.ServerNames[0]}"));

    [Fact]
    public void The_text_is_stable_and_ends_in_a_line_feed()
    {
        var text = SettingsJson.Write(RouterDocument.Of(Three));
        Assert.Equal(text, SettingsJson.Write(RouterDocument.Of(Three with { Pools = [Three.Pools[2], Three.Pools[1], Three.Pools[0]] })));
        Assert.StartsWith("{\n  \"version\": 1,\n  \"listen\": {\n    \"port\": 8080,\n    \"statusPort\": 9090\n  },\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Equal("High load, using fallback response", (string?)JsonNode.Parse(text)!["degradation"]!["staticAnswer"]!["message"]);
    }

    private static ModelPoolSpec Pool(string name, string sku, string model, string served, int context) => Pools.Spec with
    {
        Name = name,
        Model = new ModelReference(model, new string('a', 40)),
        Nodes = new GpuNodes(3, 8),
        Plan = CapacityPlanner.Plan(Pools.Request with
        {
            ModelId = model,
            Model = ModelCatalog.Require(model, "test").Entry.Architecture,
            Gpu = GpuCatalog.Find(sku)!,
            GpusPerNode = 8,
            ServedModelName = served,
            Goal = Pools.Request.Goal with { ContextTokens = context },
        }),
    };
}
