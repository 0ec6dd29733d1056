using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Serving;

/// <summary>Choices of <see cref="ModelPool"/>.</summary>
public static class ModelPoolDefaults
{
    /// <summary>Value of <c>app.kubernetes.io/component</c> of model servers.</summary>
    public const string Component = "model-server";

    /// <summary>Value of <c>app.kubernetes.io/name</c> of model servers.</summary>
    public const string Program = "vllm";

    /// <summary>Value of <c>app.kubernetes.io/component</c> of the Router, the only way to a model server: limits, priorities and the ladder are there.</summary>
    public const string RouterComponent = "router";

    /// <summary>Value of <c>app.kubernetes.io/name</c> of Prometheus, which may scrape.</summary>
    public const string PrometheusName = "prometheus";

    /// <summary>Longest pool name, in characters: <c>-headless</c> and the two hashes of a pod name (up to 17) fit in 63 behind it.</summary>
    public const int MaximumNameLength = 40;

    /// <summary>Pods replaced together never exceed what a person can follow; the largest stack has 12.</summary>
    public static IntegerRange Replicas { get; } = new(1, 64);

    /// <summary>Nodes of one SKU.</summary>
    public static IntegerRange NodeCount { get; } = new(1, 1000);

    /// <summary>GPUs of one node; the largest AWS types have 8, 16 leaves room for on-premises machines.</summary>
    public static IntegerRange GpusPerNode { get; } = new(1, 16);

    /// <summary>Processor cores.</summary>
    public static IntegerRange Cpu { get; } = new(1, 128);

    /// <summary>Host memory in GiB: Python, CUDA and the tokenizer alone take about three.</summary>
    public static IntegerRange MemoryGiB { get; } = new(4, 1024);

    /// <summary>Start-up time in seconds: seen are 30 s (small model, warm caches) to 43 min (894 GiB over a network file system).</summary>
    public static IntegerRange StartupSeconds { get; } = new(60, 7200);

    /// <summary>Drain time in seconds; longer needs the node autoscaler's own limit raised (600 s in cluster-autoscaler).</summary>
    public static IntegerRange DrainSeconds { get; } = new(0, 900);

    /// <summary>Seconds until every proxy has noticed that the endpoint is gone; KServe uses the same.</summary>
    public const int PreStopSeconds = 15;

    /// <summary>Seconds for the processes to end and the GPU memory to be released.</summary>
    public const int ShutdownSlackSeconds = 15;

    /// <summary>Seconds to pull the image, 9 GB compressed, on a node that has never seen it: about 20 MB/s.</summary>
    public const int ImagePullSeconds = 600;

    /// <summary>Seconds between start-up probes: a ready server waits at most this long for its first request.</summary>
    public const int StartupPeriodSeconds = 10;

    /// <summary>Seconds between readiness probes; three failures take a server out within 15 s.</summary>
    public const int ReadinessPeriodSeconds = 5;

    /// <summary>Readiness probes that must fail.</summary>
    public const int ReadinessFailures = 3;

    /// <summary>Seconds between liveness probes.</summary>
    public const int LivenessPeriodSeconds = 10;

    /// <summary>Liveness probes that must fail: a minute, because killing a busy server costs a whole start-up.</summary>
    public const int LivenessFailures = 6;

    /// <summary>Seconds that a probe may take; the server answers late while it tokenizes long prompts.</summary>
    public const int ProbeTimeoutSeconds = 5;

    /// <summary>Seconds that a new pod must stay ready before the next one is replaced.</summary>
    public const int MinReadySeconds = 10;

    /// <summary>Old ReplicaSets kept for a rollback.</summary>
    public const int RevisionHistory = 5;

    /// <summary>Pods that an eviction may take at once. With one replica it still lets a node drain; 0 would block it for ever.</summary>
    public const int MaxDisrupted = 1;

    /// <summary>Home of the server's user: compile, Triton and FlashInfer caches. The root file system is read-only.</summary>
    public const string CachePath = "/var/cache/clawdbot";

    /// <summary>Size of the caches; a compile cache with autotuning results is a few hundred MiB.</summary>
    public const string CacheSize = "8Gi";

    /// <summary>Size of <c>/tmp</c>.</summary>
    public const string TemporarySize = "2Gi";

    /// <summary>Ephemeral storage asked for: logs and what the caches usually hold.</summary>
    public const string EphemeralStorageRequest = "2Gi";

    /// <summary>Ephemeral storage at most: both scratch volumes full, plus logs.</summary>
    public const string EphemeralStorageLimit = "12Gi";
}
