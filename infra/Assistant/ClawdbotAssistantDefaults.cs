using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Assistant;

/// <summary>Choices of <see cref="ClawdbotAssistant"/>. "Measured" means: seen with the published program of release 2026.9.6.</summary>
public static class ClawdbotAssistantDefaults
{
    /// <summary>
    /// The newest release in the package registry, whose own validator accepted the configuration that is written here. By tag only: no
    /// digest is recorded, because none could be verified. https://docs.openclaw.ai/install/docker
    /// </summary>
    public const string Image = "ghcr.io/openclaw/openclaw:2026.9.6";

    /// <summary>
    /// Older releases let a rotated token stay valid (GHSA-xmxx-7p24-h892, fixed in 2026.4.15), everything named clawdbot leaks its token
    /// to any page (CVE-2026-25253, fixed in 2026.1.29), and more in between.
    /// </summary>
    public static AssistantRelease SecureSince { get; } = new(2026, 4, 15);

    /// <summary>First release with <c>/startupz</c>, the probe that leaves the state of chat channels out (docs/install/kubernetes.md there).</summary>
    public static AssistantRelease SupportedSince { get; } = new(2026, 8, 1);

    /// <summary>Release whose validator the written configuration was checked with.</summary>
    public static AssistantRelease CheckedRelease { get; } = new(2026, 9, 6);

    /// <summary>Value of <c>app.kubernetes.io/name</c>.</summary>
    public const string Program = "openclaw";

    /// <summary>Value of <c>app.kubernetes.io/component</c>.</summary>
    public const string Component = "assistant";

    /// <summary>Name of Service, Deployment and the other objects.</summary>
    public const string ObjectName = "assistant";

    /// <summary>Name of the claim with the state.</summary>
    public const string ClaimName = "assistant-state";

    /// <summary>Name of the ConfigMap with configuration and scripts.</summary>
    public const string ConfigMapName = "assistant-configuration";

    /// <summary>Name of the Secret with the tokens that belong to the assistant itself.</summary>
    public const string CredentialsSecret = "assistant-credentials";

    /// <summary>Key of the Secret: token that callers of the assistant's own port present.</summary>
    public const string OwnTokenKey = "gatewayToken";

    /// <summary>Key of the Secret: token of the Telegram bot.</summary>
    public const string TelegramTokenKey = "telegramBotToken";

    /// <summary>Key of the Secret: private ssh key for the Mac.</summary>
    public const string MacKeyKey = "macPrivateKey";

    /// <summary>Secret that the gateway makes with the assistant's token.</summary>
    public const string GatewayTokenSecret = "assistant-gateway-token";

    /// <summary>Key in that Secret.</summary>
    public const string GatewayTokenKey = "token";

    /// <summary>Secret with the certificate of the gateway.</summary>
    public const string GatewayCertificateSecret = "gateway-tls";

    /// <summary>Key of its certificate authority.</summary>
    public const string AuthorityKey = "ca.crt";

    /// <summary>Where the models are reached: the access tier inside the cluster.</summary>
    public const string GatewayUrl = "https://gateway.clawdbot.svc/v1";

    /// <summary>Port on which pods of the access tier listen.</summary>
    public const int AccessTierPort = 8443;

    /// <summary>Name of the provider: OpenClaw asks only the provider of this name for exact token counts.</summary>
    public const string Provider = "vllm";

    /// <summary>
    /// Plugin that answers Prometheus, at <see cref="MetricsPath"/> and to callers with the assistant's own token. Not in the published
    /// program: it is installed into the state once.
    /// </summary>
    public const string MetricsPlugin = "diagnostics-prometheus";

    /// <summary>Path of the metrics.</summary>
    public const string MetricsPath = "/api/diagnostics/prometheus";

    /// <summary>Port of HTTP and WebSocket.</summary>
    public const int Port = 18789;

    /// <summary>Name of that port.</summary>
    public const string PortName = "http";

    /// <summary>User <c>node</c> of the image.</summary>
    public const int UserId = 1000;

    /// <summary>Home of that user.</summary>
    public const string Home = "/home/node";

    /// <summary>Where configuration and scripts are mounted.</summary>
    public const string ScriptPath = "/opt/clawdbot/assistant";

    /// <summary>Seconds that one request to the models may take; more than the 60 s after which the gateway gives up, so its answer arrives.</summary>
    public const int ProviderTimeoutSeconds = 75;

    /// <summary>Seconds of a whole turn, which is several requests; a stuck one must not hold its lane for ever.</summary>
    public const int TurnTimeoutSeconds = 600;

    /// <summary>
    /// Tokens of context below which the assistant cannot work. Measured: the first request of an empty conversation is 34 000 characters of
    /// instructions and tools, some 8 500 tokens. Releases until spring 2026 refuse less than 16 000 themselves.
    /// </summary>
    public const int MinimumContext = 16000;

    /// <summary>Tokens of context below which conversations are shortened soon; the same releases warn below it.</summary>
    public const int ComfortableContext = 32000;

    /// <summary>Shortest longest answer, in tokens.</summary>
    public const int MinimumAnswerTokens = 1024;

    /// <summary>Longest answer, in tokens: a chat message has 4096 characters, a tool call seldom more.</summary>
    public const int MaximumAnswerTokens = 4096;

    /// <summary>Share of the prompt that may be filled by the assistant's own count of tokens, which is off by about a tenth.</summary>
    public const double CountedShare = 0.9;

    /// <summary>Messages that wait in a conversation before they are summarized; the documented default, stated so that it stays.</summary>
    public const int QueueCap = 20;

    /// <summary>Length of the token for the assistant's own port, letters and digits: 285 bits.</summary>
    public const int OwnTokenLength = 48;

    /// <summary>Size of the state: the official manifest asks for the same; media and conversations grow.</summary>
    public const int StorageGiBDefault = 10;

    /// <summary>Size of the state, in GiB.</summary>
    public static IntegerRange StorageGiB { get; } = new(1, 1024);

    /// <summary>
    /// Memory. Measured: 0.94 GiB right after the start, without a conversation. With 2 GiB releases since 2026.3.28 were killed in a loop
    /// (openclaw/openclaw#57303), and the heap grows for days.
    /// </summary>
    public const int MemoryMiBDefault = 3072;

    /// <summary>Memory in MiB; the lower end is the limit of the official manifest.</summary>
    public static IntegerRange MemoryMiB { get; } = new(2048, 65536);

    /// <summary>Percent of the memory limit for the JavaScript heap. V8 does not see the limit and would be killed instead of collecting.</summary>
    public const int HeapPercent = 75;

    /// <summary>Processor that is reserved: the official manifest's 250m starts in half a minute, twice that in a few seconds.</summary>
    public const string CpuRequest = "500m";

    /// <summary>Processor that it may use while it starts or reads attachments.</summary>
    public const string CpuLimit = "2";

    /// <summary>Local disk that is reserved for <c>/tmp</c> and caches.</summary>
    public const string EphemeralStorageRequest = "512Mi";

    /// <summary>Local disk that it may use.</summary>
    public const string EphemeralStorageLimit = "4Gi";

    /// <summary>Size of the scratch volume; below the limit, so that the volume is full before the pod is evicted.</summary>
    public const string ScratchSize = "3Gi";

    /// <summary>
    /// Seconds to end. Measured: on SIGTERM the program announces a stop policy of 330 s (315 s for running turns, 10 s to close, 5 s to
    /// exit); 15 s more for the volume to be released. An idle assistant ends in about 3 s.
    /// </summary>
    public const int GracePeriodSeconds = 345;

    /// <summary>Seconds between start-up probes.</summary>
    public const int StartupPeriodSeconds = 5;

    /// <summary>Start-up probes that must fail: 5 min, the budget of the official manifest; migrations of the state run in it.</summary>
    public const int StartupFailures = 60;

    /// <summary>Seconds between readiness probes.</summary>
    public const int ReadinessPeriodSeconds = 10;

    /// <summary>Seconds between readiness probes that ask the Mac as well: each is a connection to it.</summary>
    public const int MacReadinessPeriodSeconds = 60;

    /// <summary>Seconds between liveness probes.</summary>
    public const int LivenessPeriodSeconds = 30;

    /// <summary>Probes that must fail.</summary>
    public const int ProbeFailures = 3;

    /// <summary>Seconds that a probe may take: starting node costs one or two on a busy processor, the request itself up to 4.</summary>
    public const int ProbeTimeoutSeconds = 8;

    /// <summary>Seconds that a probe with the Mac may take.</summary>
    public const int MacProbeTimeoutSeconds = 25;

    /// <summary>Old ReplicaSets kept for a rollback.</summary>
    public const int RevisionHistory = 5;

    /// <summary>
    /// Networks that "the internet" leaves out, so that a request forged by a chat message reaches neither the cluster nor the credentials
    /// of the node: RFC 1918, carrier networks (RFC 6598), link-local with the metadata service (RFC 3927), loopback.
    /// </summary>
    public static ImmutableArray<string> PrivateNetworks { get; } = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>Tools that are taken away: those that run programs, touch files, change the assistant or speak in other conversations.</summary>
    public static ImmutableArray<string> DeniedTools { get; } = ["group:automation", "group:fs", "group:runtime", "sessions_send"];

    /// <summary>Tool that starts subagents: taken away as well where the budget has none, allowed where it has.</summary>
    public const string SubagentTool = "sessions_spawn";
}
