using System.Globalization;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Readiness;

/// <summary>Derives what is checked from what is planned, so that gate, alerts and Router speak of the same figures.</summary>
public static class ReadinessPlan
{
    /// <summary>The gate of a system.</summary>
    /// <param name="gateway">The gateway with its pools; checked.</param>
    /// <param name="etcd">The live configuration; checked.</param>
    /// <param name="options">Choices; checked.</param>
    public static ReadinessSpec Gate(GatewaySpec gateway, EtcdClusterSpec etcd, ReadinessOptions options)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(etcd);
        ArgumentNullException.ThrowIfNull(options);
        var profile = LoadProfiles.Gate with
        {
            Concurrency = options.Concurrency,
            AtOnce = options.Concurrency,
            Seconds = options.Seconds,
            LeastPerMinute = Rate(gateway),
            MostPerMinute = Rate(gateway),
        };
        return new ReadinessSpec
        {
            Load = Load(gateway, options, profile),
            // An autoscaler may have left one server; it starts others under the load of item 5.
            Pools = [.. gateway.Pools.OrderBy(pool => pool.Name, StringComparer.Ordinal).Select(pool => new ReadyPool(pool.Name, pool.MaxReplicas is null ? pool.Replicas : 1))],
            Gpus = [.. AlertingPools.GpusOf(gateway.Pools).Select(gpus => new ReadyGpus(gpus.Sku, gpus.MemoryLimit))],
            EtcdEndpoints = [.. Enumerable.Range(0, etcd.Members).Select(index => EtcdNames.Url(EtcdNames.Host(EtcdNames.Member(index)), EtcdClusterDefaults.ClientPort))],
            PlanHash = Hash(gateway, etcd, options.Run),
            PrometheusUrl = gateway.PrometheusUrl ?? GatewayDefaults.PrometheusUrl,
            PatienceSeconds = options.PatienceSeconds,
            Wait = options.Wait,
        };
    }

    /// <summary>The load test that a person starts.</summary>
    /// <param name="gateway">The gateway with its pools; checked.</param>
    /// <param name="options">Choices; checked.</param>
    public static LoadTestSpec LoadTest(GatewaySpec gateway, ReadinessOptions options)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(options);
        var profile = LoadProfiles.Find(options.Profile) ?? LoadProfiles.Hot;
        if (profile.Name == LoadProfiles.GateName)
            profile = profile with { LeastPerMinute = Rate(gateway), MostPerMinute = Rate(gateway) };
        return Load(gateway, options, profile with { Seconds = options.ProfileSeconds ?? profile.Seconds });
    }

    private static LoadTestSpec Load(GatewaySpec gateway, ReadinessOptions options, LoadProfile profile) => new()
    {
        Profile = profile,
        Models = [.. RouterDocument.Of(gateway).Models.Select(model => Model(gateway, options, model.Name, model.ContextTokens))],
        GatewayConcurrency = Math.Min(gateway.ConcurrentPerClient, gateway.InFlight + gateway.Queue),
        RequestSeconds = gateway.RequestSeconds + LoadTestDefaults.ClientSlackSeconds,
        Seed = options.Seed,
        Image = options.Image,
    };

    /// <summary>
    /// Requests go to any pool of the model, so the slowest card sets the time. Beyond the batches of all servers, or beyond what the Routers pass on,
    /// requests wait: that is the knee.
    /// </summary>
    private static ReadyModel Model(GatewaySpec gateway, ReadinessOptions options, string name, int contextTokens)
    {
        var pools = gateway.Pools.Where(pool => pool.Vllm.ServedModelName == name).ToArray();
        var slots = Math.Min(pools.Sum(pool => (pool.MaxReplicas is null ? pool.Replicas : 1) * pool.Vllm.MaxNumSeqs), gateway.InFlight * gateway.RouterReplicas.Minimum);
        return new ReadyModel(name, contextTokens, pools.Max(pool => (int)(AlertingPools.AnswerSeconds(pool.Plan.Request.Gpu) * 1000)), Math.Max(1, slots * options.KneePercent / 100));
    }

    private static string Hash(GatewaySpec gateway, EtcdClusterSpec etcd, int run) => SourceProgram.Hash(string.Join('\0',
    [
        SettingsJson.Write(RouterDocument.Of(gateway)),
        SettingsJson.Write(AccessTierDocument.Of(gateway)),
        .. gateway.Pools.OrderBy(pool => pool.Name, StringComparer.Ordinal).SelectMany(pool => pool.Flags.Append(pool.Image).Append(pool.Model.Revision)),
        etcd.Image,
        run.ToString(CultureInfo.InvariantCulture),
    ]));

    private static int Rate(GatewaySpec gateway) => Math.Max(1, gateway.RequestsPerMinute * ReadinessGateDefaults.RatePercent / 100);
}
