using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Gateway;

/// <summary>Derives the settings of the Router from the gateway and the plans of its pools. Nothing in it is Kubernetes'.</summary>
public static class RouterDocument
{
    /// <summary>The settings for a cluster.</summary>
    /// <param name="spec">The gateway; checked.</param>
    public static RouterSettings Of(GatewaySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Of(spec, pool => $"{pool.Name}-headless.{WellKnownNamespaces.Models}.svc", Etcd);
    }

    /// <summary>The settings for any place.</summary>
    /// <param name="spec">The gateway; checked.</param>
    /// <param name="host">DNS name of the servers of a pool.</param>
    /// <param name="etcd">Where the live configuration is; null for none.</param>
    public static RouterSettings Of(GatewaySpec spec, Func<ModelPoolSpec, string> host, EtcdSettings? etcd)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(host);
        return new RouterSettings
        {
            Listen = new ListenSettings(GatewayDefaults.RouterPort, GatewayDefaults.RouterStatusPort),
            Models = Models(spec),
            Pools = [.. spec.Pools.OrderBy(pool => pool.Name, StringComparer.Ordinal).Select(pool => Pool(spec, pool, host(pool)))],
            ModelServerKeyFile = $"{GatewayDefaults.ModelServerKeyDirectory}/{ModelServerKeyDefaults.Key}",
            Timeouts = new TimeoutSettings(RouterDefaults.ConnectMilliseconds, spec.ModelSeconds, spec.RequestSeconds),
            Admission = new AdmissionSettings
            {
                InFlight = spec.InFlight,
                Queue = spec.Queue,
                DispatchBatch = spec.DispatchBatch,
                Priorities = RouterDefaults.Priorities,
                RetryAfterSeconds = RouterDefaults.RetryAfterSeconds,
            },
            Retries = new RetrySettings(spec.Retries, RouterDefaults.RetryBudgetPercent, RouterDefaults.RetryWindowSeconds,
                RouterDefaults.RetryMinimum, RouterDefaults.RetryBackoffMilliseconds),
            Health = RouterDefaults.Health,
            Weights = new WeightSettings { Algorithm = spec.Algorithm, Formula = RouterDefaults.Formula, LoadAware = RouterDefaults.LoadAware },
            Affinity = RouterDefaults.Affinity,
            Degradation = Ladder(spec.DegradationPercents),
            Cache = new CacheSettings(spec.CacheSeconds, RouterDefaults.DegradedCacheSeconds, RouterDefaults.CacheMiB, RouterDefaults.CachedAnswerKiB),
            Headers = RouterDefaults.Headers,
            Etcd = etcd,
            Telemetry = new TelemetrySettings(RouterDefaults.ModelMetricsSeconds, spec.PrometheusUrl, RouterDefaults.GpuMetricsSeconds),
            DrainSeconds = spec.Drain.ShutdownTimeoutSeconds,
        };
    }

    /// <summary>etcd of the cluster, with the files as they are mounted.</summary>
    public static EtcdSettings Etcd { get; } = new()
    {
        Endpoints = [RouterDefaults.EtcdEndpoint],
        KeyPrefix = RouterDefaults.EtcdPrefix,
        CertificateDirectory = GatewayDefaults.EtcdCertificateDirectory,
        CredentialsDirectory = GatewayDefaults.EtcdCredentialsDirectory,
        WatchReadSeconds = RouterDefaults.EtcdWatchReadSeconds,
    };

    /// <summary>The model that stands in for <paramref name="model"/>: as set, else the one with the smallest weights; null for that one itself.</summary>
    public static string? FallbackOf(GatewaySpec spec, string model)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Fallbacks is { } chosen)
            return chosen.GetValueOrDefault(model);
        var smallest = spec.Pools
            .OrderBy(pool => pool.Plan.WeightsGiB * pool.GpusPerReplica).ThenBy(pool => pool.Vllm.ServedModelName, StringComparer.Ordinal)
            .First().Vllm.ServedModelName;
        return smallest == model ? null : smallest;
    }

    private static ImmutableArray<RouterModel> Models(GatewaySpec spec) =>
    [
        .. spec.Pools.GroupBy(pool => pool.Vllm.ServedModelName).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new RouterModel
        {
            Name = group.Key,
            Aliases = [.. spec.Aliases.Where(alias => alias.Value == group.Key).Select(alias => alias.Key).Order(StringComparer.Ordinal)],
            // A conversation may move to any pool of the model, so the shortest context is the one that clients can rely on.
            ContextTokens = group.Min(pool => pool.Vllm.MaxModelLen),
            Fallback = FallbackOf(spec, group.Key),
            Pools = [.. group.OrderByDescending(pool => BaseWeight(spec, pool)).ThenBy(pool => pool.Name, StringComparer.Ordinal).Select(pool => pool.Name)],
        }),
    ];

    private static RouterPool Pool(GatewaySpec spec, ModelPoolSpec pool, string host)
    {
        var large = pool.Plan.Request.Gpu.MemoryMiB >= RouterDefaults.LargeCardMiB;
        return new RouterPool
        {
            Name = pool.Name,
            Model = pool.Vllm.ServedModelName,
            Host = host,
            Port = VllmDefaults.Port,
            GpuSku = pool.Sku,
            Tier = large ? "large" : "standard",
            BaseWeight = BaseWeight(spec, pool),
            Replicas = pool.Replicas,
            ContextTokens = pool.Vllm.MaxModelLen,
            MaxNumSeqs = pool.Vllm.MaxNumSeqs,
            TargetMilliseconds = large ? RouterDefaults.LargeTargetMilliseconds : RouterDefaults.StandardTargetMilliseconds,
        };
    }

    /// <summary>Cards that no catalogue has bring no score, so it is derived from their bandwidth and throughput.</summary>
    private static int BaseWeight(GatewaySpec spec, ModelPoolSpec pool)
    {
        if (spec.BaseWeights.TryGetValue(pool.Sku, out var weight))
            return weight;
        var gpu = pool.Plan.Request.Gpu;
        return gpu.BaseScore > 0 ? gpu.BaseScore : GpuCatalog.DerivedScore(gpu);
    }

    private static DegradationSettings Ladder(ImmutableArray<int> percents) => new()
    {
        WindowSeconds = RouterDefaults.LadderWindowSeconds,
        MinimumRequests = RouterDefaults.LadderMinimumRequests,
        HoldSeconds = RouterDefaults.LadderHoldSeconds,
        Levels =
        [
            .. percents.Zip(RouterDefaults.LadderActions, (percent, action) => (percent, action))
                .Select((level, index) => new DegradationLevel(index + 1, level.action, level.percent, level.percent * RouterDefaults.LeaveSharePercent / 100)),
        ],
        StaticAnswer = RouterDefaults.StaticAnswer,
    };
}
