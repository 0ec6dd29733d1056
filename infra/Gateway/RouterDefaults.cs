using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway.Settings;

namespace Clawdbot.Infra.Gateway;

/// <summary>Choices of the settings documents that no stack has wanted to change yet.</summary>
public static class RouterDefaults
{
    /// <summary>
    /// Private chats and mentions, then group text, then media. Media is shed when three quarters of the queue are taken, group text at
    /// nine tenths, private chats never before the queue is full. vLLM serves smaller numbers earlier.
    /// </summary>
    public static ImmutableArray<PriorityClass> Priorities { get; } =
        [new PriorityClass("HIGH", 0, 100), new PriorityClass("MEDIUM", 1, 90), new PriorityClass("LOW", 2, 75)];

    /// <summary>Seconds after which a shed client may ask again: about the time in which a batch leaves.</summary>
    public const int RetryAfterSeconds = 5;

    /// <summary>A server of the same cluster that takes longer to connect to is not there.</summary>
    public const int ConnectMilliseconds = 1000;

    /// <summary>A tenth more load than without retries is what a busy pool stands.</summary>
    public const int RetryBudgetPercent = 10;

    /// <summary>Window of the retry budget in seconds.</summary>
    public const int RetryWindowSeconds = 10;

    /// <summary>Retries that are allowed in a quiet window, so that one failure of one request is hidden.</summary>
    public const int RetryMinimum = 3;

    /// <summary>Pause before a retry in milliseconds.</summary>
    public const int RetryBackoffMilliseconds = 100;

    /// <summary>Probe every 5 s, 3 failures degrade: the field report on production. A failed connection ejects at once.</summary>
    public static HealthSettings Health { get; } = new()
    {
        Path = Serving.VllmDefaults.HealthPath,
        IntervalSeconds = 5,
        TimeoutSeconds = 2,
        Failures = 3,
        Successes = 2,
        EjectSeconds = 10,
        WarmUpSeconds = 30,
    };

    /// <summary>The formula of the field report: utilisation takes up to 60 %, heat above 65 degrees up to 70 %, above 85 degrees at most 30 % stay.</summary>
    public static WeightFormula Formula { get; } = new(0.6, 65, 30, 0.3, 0.8, 0.2, 85, 0.3);

    /// <summary>Waiting requests tell the most about the next answer, then what runs; cache and first token correct it.</summary>
    public static LoadAwareWeights LoadAware { get; } = new(0.3, 0.4, 0.2, 0.1, 5);

    /// <summary>The first 2 KiB of a prompt are its system text and the beginning of the chat; ten minutes bridge a pause between two turns.</summary>
    public static AffinitySettings Affinity { get; } = new("X-Session-Id", 2048, 600, 150);

    /// <summary>Share of the entry threshold, in percent, below which a level ends.</summary>
    public const int LeaveSharePercent = 60;

    /// <summary>What each level does.</summary>
    public static ImmutableArray<string> LadderActions { get; } = ["cache", "downgrade", "static"];

    /// <summary>Seconds over which failures are counted; the mean recovery of the field report was 23.</summary>
    public const int LadderWindowSeconds = 30;

    /// <summary>Fewer requests than this prove nothing: one failure of twenty is the first threshold.</summary>
    public const int LadderMinimumRequests = 20;

    /// <summary>Seconds that a level lasts at least.</summary>
    public const int LadderHoldSeconds = 30;

    /// <summary>The text of the field report. Status 200, because every request is to be answered.</summary>
    public static StaticAnswer StaticAnswer { get; } = new(200, "degraded", "High load, using fallback response");

    /// <summary>Answers of the last ten minutes help while requests fail, from the same report.</summary>
    public const int DegradedCacheSeconds = 600;

    /// <summary>Memory for answers in MiB: thousands of chat answers, an eighth of the pod.</summary>
    public const int CacheMiB = 128;

    /// <summary>Longest cached answer in KiB.</summary>
    public const int CachedAnswerKiB = 256;

    /// <summary>Headers that only the access tier may set.</summary>
    public static TrustedHeaders Headers { get; } = new("X-Clawdbot-Client", "X-Clawdbot-Tenant", "X-Clawdbot-Priority", "X-Request-Id");

    /// <summary>Besides everything of ours: what other gateways and vLLM read as identity, priority or address of a client.</summary>
    public static ImmutableArray<string> StrippedHeaders { get; } =
        ["X-Clawdbot-*", "X-Priority", "Priority", "X-User*", "X-Forwarded-*", "Forwarded", "X-Real-IP", "X-Gateway-*", "X-Envoy-*"];

    /// <summary>The OpenAI-compatible API as far as the models have it; administrative paths of vLLM are not on the list.</summary>
    public static ImmutableArray<string> AllowedRequests { get; } =
        ["POST /v1/chat/completions", "POST /v1/completions", "POST /v1/embeddings", "GET /v1/models"];

    /// <summary>Memory from which a card counts as large, in MiB: the checklist asks more of cards with 40 GB and more, and nvidia-smi shows a little less than that.</summary>
    public const int LargeCardMiB = 39 * 1024;

    /// <summary>P95 of the checklist for 24 GB cards, in milliseconds.</summary>
    public const int StandardTargetMilliseconds = 4500;

    /// <summary>P95 of the checklist for cards with 40 GB and more, in milliseconds.</summary>
    public const int LargeTargetMilliseconds = 2800;

    /// <summary>Client address of etcd.</summary>
    public const string EtcdEndpoint = "https://etcd-client.clawdbot-etcd.svc:2379";

    /// <summary>Client port of etcd.</summary>
    public const int EtcdPort = 2379;

    /// <summary>Value of <c>app.kubernetes.io/name</c> of etcd.</summary>
    public const string EtcdProgram = "etcd";

    /// <summary>Port of Prometheus.</summary>
    public const int PrometheusPort = 9090;

    /// <summary>Beginning of every key in etcd.</summary>
    public const string EtcdPrefix = "/clawdbot/";

    /// <summary>A longer read would delay the end of a worker: it was seen to take 4.7 s with 5.</summary>
    public const int EtcdWatchReadSeconds = 1;

    /// <summary>Model servers answer their metrics in a millisecond.</summary>
    public const int ModelMetricsSeconds = 1;

    /// <summary>Half of the interval at which Prometheus asks the exporter, so a new figure is seen soon; more often only repeats.</summary>
    public const int GpuMetricsSeconds = 15;

    /// <summary>Seconds by which clocks may differ.</summary>
    public const int ClockSkewSeconds = 60;

    /// <summary>Longest token in bytes; it must fit the request head.</summary>
    public const int TokenBytes = 8192;

    /// <summary>Longest request head in KiB: a token and everything else.</summary>
    public const int HeaderKiB = 16;

    /// <summary>A verified token is trusted this long; verification is most of the work of a small request.</summary>
    public const int VerifiedCacheSeconds = 30;

    /// <summary>Refused tokens of one address in a minute; a misconfigured client stays below it.</summary>
    public const int RejectedTokensPerMinute = 60;

    /// <summary>Idle connections to Routers that a worker keeps.</summary>
    public const int KeepAliveConnections = 64;

    /// <summary>Certificates are renewed weeks before their end, so a minute is soon.</summary>
    public const int CertificateReloadSeconds = 60;

    /// <summary>Weights.</summary>
    public static IntegerRange BaseWeight { get; } = new(1, 10_000);
}
