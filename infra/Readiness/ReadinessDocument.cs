using System.Text.Json;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Readiness;

/// <summary>Writes the settings that the program reads. They hold no secret.</summary>
public static class ReadinessDocument
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    private static string Router { get; } = FormattableString.Invariant($"http://{GatewayDefaults.RouterName}.{WellKnownNamespaces.Gateway}.svc:{GatewayDefaults.RouterStatusPort}");

    /// <summary>Settings of <c>load</c>.</summary>
    /// <param name="spec">The load test.</param>
    public static string Load(LoadTestSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Write(With(new JsonObject { ["deadlineSeconds"] = spec.DeadlineSeconds }, spec));
    }

    /// <summary>Settings of <c>gate</c>.</summary>
    /// <param name="spec">The gate.</param>
    public static string Gate(ReadinessSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var document = With(new JsonObject { ["deadlineSeconds"] = spec.DeadlineSeconds }, spec.Load);
        document["checks"] = new JsonObject
        {
            ["itemSeconds"] = ReadinessGateDefaults.ItemSeconds,
            ["patienceSeconds"] = spec.PatienceSeconds,
            ["prometheusUrl"] = spec.PrometheusUrl,
            ["routerJob"] = GatewayDefaults.RouterJob,
            ["gpus"] = new JsonArray([.. spec.Gpus.Select(gpus => new JsonObject { ["sku"] = gpus.Sku, ["memoryLimit"] = gpus.MemoryLimit })]),
            ["routerStatusUrl"] = $"{Router}{GatewayDefaults.StatusPath}",
            ["routerHealthUrl"] = $"{Router}{GatewayDefaults.LivePath}",
            ["pools"] = new JsonArray([.. spec.Pools.Select(pool => new JsonObject { ["name"] = pool.Name, ["nodes"] = pool.Nodes })]),
            ["etcd"] = new JsonObject
            {
                ["endpoints"] = new JsonArray([.. spec.EtcdEndpoints.Select(endpoint => JsonValue.Create(endpoint))]),
                ["certificateDirectory"] = ReadinessGateDefaults.EtcdCertificatePath,
                ["credentialsDirectory"] = ReadinessGateDefaults.EtcdCredentialsPath,
                ["modeKey"] = ReadinessGateDefaults.ModeKey,
            },
            ["storageUrl"] = FormattableString.Invariant($"http://{ReadinessGateDefaults.StorageComponent}.{WellKnownNamespaces.Models}.svc:{ReadinessGateDefaults.StoragePort}/storage"),
            ["script"] = $"{GatewayDefaults.ScriptDirectory}/{GatewayDefaults.ScriptFile}",
        };
        return Write(document);
    }

    /// <summary>Settings of <c>storage</c>, which answers as long as the gate may ask.</summary>
    /// <param name="spec">The gate.</param>
    public static string Storage(ReadinessSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Write(new JsonObject
        {
            ["deadlineSeconds"] = spec.JobSeconds,
            ["storage"] = new JsonObject
            {
                ["port"] = ReadinessGateDefaults.StoragePort,
                ["writableDirectory"] = ModelStorageDefaults.MountPath,
                ["readOnlyDirectory"] = ReadinessGateDefaults.ReadOnlyPath,
            },
        });
    }

    private static JsonObject With(JsonObject document, LoadTestSpec spec)
    {
        document["gateway"] = new JsonObject
        {
            ["baseUrl"] = spec.BaseUrl,
            ["caFile"] = $"{LoadTestDefaults.AuthorityPath}/{LoadTestDefaults.AuthorityFile}",
            ["tokenFile"] = $"{LoadTestDefaults.TokenPath}/{GatewayDefaults.AssistantTokenKey}",
            ["certificateHours"] = LoadTestDefaults.CertificateHours,
        };
        document["models"] = new JsonArray([.. spec.Models.Select(model => new JsonObject
        {
            ["name"] = model.Name,
            ["contextTokens"] = model.ContextTokens,
            ["targetMilliseconds"] = model.TargetMilliseconds,
            ["concurrency"] = model.Concurrency,
        })]);
        document["load"] = new JsonObject
        {
            ["profile"] = spec.Profile.Name,
            ["leastPerMinute"] = spec.Profile.LeastPerMinute,
            ["mostPerMinute"] = spec.Profile.MostPerMinute,
            ["atOnce"] = spec.Profile.AtOnce,
            ["concurrency"] = spec.Profile.Concurrency,
            ["seconds"] = spec.Profile.Seconds,
            ["messages"] = spec.Profile.Messages,
            ["seed"] = spec.Seed,
            ["leastThinkMilliseconds"] = LoadTestDefaults.LeastThinkMilliseconds,
            ["mostThinkMilliseconds"] = LoadTestDefaults.MostThinkMilliseconds,
            ["shortTokens"] = LoadTestDefaults.ShortTokens,
            ["longTokens"] = LoadTestDefaults.LongTokens,
            ["longSentences"] = LoadTestDefaults.LongSentences,
            ["requestSeconds"] = spec.RequestSeconds,
            ["errorPercent"] = LoadTestDefaults.ErrorPercent,
        };
        return document;
    }

    private static string Write(JsonObject document) => document.ToJsonString(Format) + "\n";
}
