using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Gateway;

/// <summary>The gateway in plain values, known before anything is deployed.</summary>
public sealed record GatewaySpec
{
    /// <summary>Host name under which clients outside reach it.</summary>
    public required string Host { get; init; }

    /// <summary>How they reach it.</summary>
    public required GatewayExposure Exposure { get; init; }

    /// <summary>Who signs the certificate of <see cref="Host"/>.</summary>
    public required GatewayCertificate Certificate { get; init; }

    /// <summary>Where the images come from.</summary>
    public required GatewayImages Images { get; init; }

    /// <summary>Secret of type <c>kubernetes.io/dockerconfigjson</c> in the namespace, for a registry that asks for a password; null for none.</summary>
    public string? ImagePullSecret { get; init; }

    /// <summary>Tokens.</summary>
    public required JwtSpec Jwt { get; init; }

    /// <summary>The pools behind the gateway.</summary>
    public required ImmutableArray<ModelPoolSpec> Pools { get; init; }

    /// <summary>Replicas of the access tier.</summary>
    public ReplicaRange AccessTierReplicas { get; init; } = GatewayDefaults.AccessTierReplicas;

    /// <summary>Replicas of the Router.</summary>
    public ReplicaRange RouterReplicas { get; init; } = GatewayDefaults.RouterReplicas;

    /// <summary>Requests that one Router has with the model servers at once.</summary>
    /// <value>1 to 4096.</value>
    public int InFlight { get; init; } = GatewayDefaults.InFlight;

    /// <summary>Requests that wait in one Router.</summary>
    /// <value>1 to 65536.</value>
    public int Queue { get; init; } = GatewayDefaults.Queue;

    /// <summary>Requests that leave the queue together.</summary>
    /// <value>1 to <see cref="InFlight"/>.</value>
    public int DispatchBatch { get; init; } = GatewayDefaults.DispatchBatch;

    /// <summary>Seconds for one try at a model server.</summary>
    /// <value>1 to 899, less than <see cref="RequestSeconds"/>.</value>
    public int ModelSeconds { get; init; } = GatewayDefaults.ModelSeconds;

    /// <summary>Seconds for a whole request.</summary>
    /// <value>2 to 900.</value>
    public int RequestSeconds { get; init; } = GatewayDefaults.RequestSeconds;

    /// <summary>Tries after the first one.</summary>
    /// <value>0 to 2.</value>
    public int Retries { get; init; } = GatewayDefaults.Retries;

    /// <summary>Requests of one client in a minute, for each replica of the access tier.</summary>
    /// <value>1 to 1000000.</value>
    public int RequestsPerMinute { get; init; } = GatewayDefaults.RequestsPerMinute;

    /// <summary>Requests of one client at once above that rate.</summary>
    /// <value>0 to 100000.</value>
    public int Burst { get; init; } = GatewayDefaults.Burst;

    /// <summary>Open requests of one client, for each replica of the access tier.</summary>
    /// <value>1 to 65536.</value>
    public int ConcurrentPerClient { get; init; } = GatewayDefaults.ConcurrentPerClient;

    /// <summary>Longest request body in KiB.</summary>
    /// <value>1 to 65536.</value>
    public int BodyKiB { get; init; } = GatewayDefaults.BodyKiB;

    /// <summary>Oldest TLS version, one of <see cref="GatewayDefaults.TlsVersions"/>.</summary>
    public string TlsMinimumVersion { get; init; } = GatewayDefaults.TlsMinimumVersion;

    /// <summary>How nodes are weighed, one of <see cref="GatewayDefaults.Algorithms"/>.</summary>
    public string Algorithm { get; init; } = GatewayDefaults.Algorithm;

    /// <summary>Weights of idle nodes by GPU SKU, where the catalogue's are not wanted.</summary>
    /// <value>1 to 10000 each; empty by default.</value>
    public ImmutableSortedDictionary<string, int> BaseWeights { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Further names for served models: alias to served model name.</summary>
    public ImmutableSortedDictionary<string, string> Aliases { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Model that stands in for another one when many requests fail.</summary>
    /// <value>Default: null, every model falls back to the one with the smallest weights.</value>
    public ImmutableSortedDictionary<string, string>? Fallbacks { get; init; }

    /// <summary>Failing requests in percent from which answers come from the cache, from the fallback model, and from the static text.</summary>
    /// <value>Three rising numbers, 1 to 100.</value>
    public ImmutableArray<int> DegradationPercents { get; init; } = GatewayDefaults.DegradationPercents;

    /// <summary>Age up to which an identical prompt of the same client is answered from the cache, in seconds.</summary>
    /// <value>0 (off) to 3600.</value>
    public int CacheSeconds { get; init; } = GatewayDefaults.CacheSeconds;

    /// <summary>Address of Prometheus with the metrics of the GPUs; null works without heat and utilisation.</summary>
    public string? PrometheusUrl { get; init; } = GatewayDefaults.PrometheusUrl;

    /// <summary>How the pods stop: clients leave, running streams finish, the process ends.</summary>
    public DrainBudget Drain => new(GatewayDefaults.PreStopSeconds, RequestSeconds, GatewayDefaults.ShutdownSlackSeconds);
}
