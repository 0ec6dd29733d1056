using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Readiness;

/// <summary>Choices of <see cref="LoadTest"/>, and those of the load that the gate shares with it.</summary>
public static class LoadTestDefaults
{
    /// <summary>Name of the objects, and value of <c>app.kubernetes.io/name</c> and <c>app.kubernetes.io/component</c>.</summary>
    public const string Component = "load-test";

    /// <summary>A flood is what a person wants to see survived.</summary>
    public const string Profile = "hot";

    /// <summary>Any number would do.</summary>
    public const int Seed = 1;

    /// <summary>Shortest pause of a user in milliseconds (B6).</summary>
    public const int LeastThinkMilliseconds = 100;

    /// <summary>Longest pause of a user in milliseconds (B6).</summary>
    public const int MostThinkMilliseconds = 500;

    /// <summary>Tokens of a translated sentence.</summary>
    public const int ShortTokens = 32;

    /// <summary>Tokens of two sentences.</summary>
    public const int LongTokens = 96;

    /// <summary>Sentences of the text to sum up: about 700 tokens.</summary>
    public const int LongSentences = 60;

    /// <summary>Allowed share of failed messages in percent, excluded (C9.5).</summary>
    public const double ErrorPercent = 0.5;

    /// <summary>Seconds that a client waits longer than the gateway takes at most, as the assistant does.</summary>
    public const int ClientSlackSeconds = 15;

    /// <summary>Seconds for what is not the load itself.</summary>
    public const int SlackSeconds = 30;

    /// <summary>Seconds until the pod runs: scheduling, pulling some 300 MB, compiling.</summary>
    public const int StartSeconds = 600;

    /// <summary>Never due by itself: the CronJob is suspended and only the pattern for Jobs that a person makes of it. Kubernetes demands a schedule.</summary>
    public const string Schedule = "0 4 * * 0";

    /// <summary>Finished Jobs that are kept for comparison.</summary>
    public const int History = 3;

    /// <summary>Seconds that a finished Job stays for its log: a week, because results are compared.</summary>
    public const int TtlSeconds = 7 * 24 * 3600;

    /// <summary>Exit codes that no repetition mends: limits broken, wrong settings.</summary>
    public static System.Collections.Immutable.ImmutableArray<int> FinalExitCodes { get; } = [1, 2];

    /// <summary>Same user as everywhere.</summary>
    public const int UserId = VllmDefaults.UserId;

    /// <summary>Seconds to print what there is.</summary>
    public const int GracePeriodSeconds = 15;

    /// <summary>Base URL of the API inside the cluster.</summary>
    public const string BaseUrl = $"https://{GatewayDefaults.AccessTierName}.{WellKnownNamespaces.Gateway}.svc/v1";

    /// <summary>Folder of the gateway's authority.</summary>
    public const string AuthorityPath = "/run/clawdbot/gateway";

    /// <summary>Folder of the token.</summary>
    public const string TokenPath = "/run/clawdbot/token";

    /// <summary>File of an authority in a Secret of cert-manager.</summary>
    public const string AuthorityFile = "ca.crt";

    /// <summary>Hours that the gateway's certificate must still be valid; cert-manager renews it weeks before its end.</summary>
    public const int CertificateHours = 24;

    /// <summary>Users.</summary>
    public static IntegerRange Concurrency { get; } = new(1, 1000);

    /// <summary>Seconds of a load.</summary>
    public static IntegerRange Seconds { get; } = new(10, 3600);

    /// <summary>Messages of a load.</summary>
    public static IntegerRange Messages { get; } = new(1, 100_000);

    /// <summary>Seconds of one message.</summary>
    public static IntegerRange RequestSeconds { get; } = new(1, 3600);

    /// <summary>Seeds.</summary>
    public static IntegerRange Seeds { get; } = new(0, int.MaxValue);

    /// <summary>Resources: the compiler needs the most memory, 100 connections with TLS a fraction of it, and one core.</summary>
    internal static SourcePodSize Size { get; } = new("500m", "2", "1Gi", "2Gi", "128Mi", "512Mi", "256Mi", "128Mi");
}
