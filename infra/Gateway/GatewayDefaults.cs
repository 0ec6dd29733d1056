using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Gateway;

/// <summary>Choices of <see cref="Gateway"/>, and the contract with its two images: names, ports, paths, user. See <see cref="RouterDefaults"/> for the Router's behaviour.</summary>
public static class GatewayDefaults
{
    /// <summary>Name of the Deployment and Service of the access tier.</summary>
    public const string AccessTierName = "gateway";

    /// <summary>Name of the Service with an address outside the cluster, where there is one.</summary>
    public const string PublicServiceName = "gateway-public";

    /// <summary>Value of <c>app.kubernetes.io/name</c> of the access tier.</summary>
    public const string AccessTierProgram = "nginx";

    /// <summary>Value of <c>app.kubernetes.io/component</c> of the access tier.</summary>
    public const string AccessTierComponent = "access-tier";

    /// <summary>Name of the Deployment and Service of the Router, and its <c>app.kubernetes.io/name</c>.</summary>
    public const string RouterName = "router";

    /// <summary>Value of <c>app.kubernetes.io/component</c> of the Router.</summary>
    public const string RouterComponent = Serving.ModelPoolDefaults.RouterComponent;

    /// <summary>Label of a Service whose value becomes the label <c>job</c> of its metrics.</summary>
    public const string JobLabel = "clawdbot.dev/job";

    /// <summary>Job of the Router: <c>clawdbot_router_up{job="clawdbot"}</c> is item 12 of the production checklist.</summary>
    public const string RouterJob = "clawdbot";

    /// <summary>Job of the access tier.</summary>
    public const string AccessTierJob = "access-tier";

    /// <summary>Port of the Service of the access tier.</summary>
    public const int HttpsServicePort = 443;

    /// <summary>Port that the access tier listens on; a user that is not root cannot have 443.</summary>
    public const int HttpsPort = 8443;

    /// <summary>Port of metrics and health of the access tier, plain HTTP, never exposed.</summary>
    public const int AccessTierStatusPort = 9145;

    /// <summary>Port of the Router.</summary>
    public const int RouterPort = 8080;

    /// <summary>Port of metrics, health and node status of the Router.</summary>
    public const int RouterStatusPort = 9090;

    /// <summary>Port name of TLS requests.</summary>
    public const string HttpsPortName = "https";

    /// <summary>Port name of requests inside the cluster.</summary>
    public const string HttpPortName = "http";

    /// <summary>Port name of metrics, health and status.</summary>
    public const string StatusPortName = "metrics";

    /// <summary>Health path on the status port: 200 while the process works. It says nothing about etcd or model servers, or their outage would restart every gateway.</summary>
    public const string LivePath = "/livez";

    /// <summary>Health path on the status port: 200 once settings and keys are loaded and requests are accepted, 503 while draining.</summary>
    public const string ReadyPath = "/readyz";

    /// <summary>
    /// Path on the Router's status port with what it knows of its pools, as JSON:
    /// <c>{"pools":[{"name":"…","nodes":[{"name":"…","state":"READY"}]}]}</c>; more members may be there.
    /// </summary>
    public const string StatusPath = "/status";

    /// <summary>User and group of both images, because Pod Security <c>restricted</c> allows no root and an image's user name cannot be checked.</summary>
    public const int UserId = 10001;

    /// <summary>Directory with the settings document, mounted as a whole: single files are not updated in a running pod.</summary>
    public const string SettingsDirectory = "/etc/clawdbot/settings";

    /// <summary>Settings document of the Router.</summary>
    public const string RouterFile = "router.json";

    /// <summary>Settings document of the access tier.</summary>
    public const string AccessTierFile = "access-tier.json";

    /// <summary>Directory with the certificate for the name inside the cluster.</summary>
    public const string TlsDirectory = "/etc/clawdbot/tls";

    /// <summary>Directory with the certificate for the public host, where another issuer signs it.</summary>
    public const string PublicTlsDirectory = "/etc/clawdbot/public-tls";

    /// <summary>Directory with the keys of tokens.</summary>
    public const string JwtDirectory = "/etc/clawdbot/jwt";

    /// <summary>Directory with the client certificate for etcd.</summary>
    public const string EtcdCertificateDirectory = "/etc/clawdbot/etcd/tls";

    /// <summary>Directory with user name and password for etcd.</summary>
    public const string EtcdCredentialsDirectory = "/etc/clawdbot/etcd/credentials";

    /// <summary>Directory with the key that model servers ask for.</summary>
    public const string ModelServerKeyDirectory = "/etc/clawdbot/model-server";

    /// <summary>Directory of the repair script; item 11 of the production checklist looks there.</summary>
    public const string ScriptDirectory = "/opt/clawdbot";

    /// <summary>The repair script: asks the health path of its own pod. As a liveness probe its failure makes the kubelet restart the container.</summary>
    public const string ScriptFile = "healthcheck.sh";

    /// <summary>ConfigMap with the repair script.</summary>
    public const string ScriptMap = "gateway-healthcheck";

    /// <summary>Secret with the certificate for the name inside the cluster: <c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>.</summary>
    public const string TlsSecret = "gateway-tls";

    /// <summary>Secret with the certificate for the public host.</summary>
    public const string PublicTlsSecret = "gateway-public-tls";

    /// <summary>Secret, Certificate and Issuer of the system's own authority.</summary>
    public const string AuthorityName = "gateway-authority";

    /// <summary>Secret with the keys of tokens.</summary>
    public const string JwtKeysSecret = "gateway-jwt-keys";

    /// <summary>Key inside it.</summary>
    public const string JwtKeysFile = "jwks.json";

    /// <summary>Secret with the assistant's token.</summary>
    public const string AssistantTokenSecret = "assistant-gateway-token";

    /// <summary>Key inside it.</summary>
    public const string AssistantTokenKey = "token";

    /// <summary>Claim <c>sub</c> of the assistant's token. Its priority header is believed: only the assistant knows whether a chat is private.</summary>
    public const string AssistantSubject = "assistant";

    /// <summary>Claim <c>iss</c> of the stack's own tokens.</summary>
    public const string OwnIssuer = "clawdbot";

    /// <summary>Claim <c>aud</c> of the stack's own tokens.</summary>
    public const string OwnAudience = "clawdbot-gateway";

    /// <summary>Algorithm of the stack's own tokens: both ends are ours, and it is the cheapest to verify.</summary>
    public const string OwnAlgorithm = "HS256";

    /// <summary>Beginning of the ids of the stack's own keys; the version follows.</summary>
    public const string OwnKeyPrefix = "clawdbot-";

    /// <summary>Bytes of a key: HS256 needs as many as its hash has (RFC 7518, 3.2).</summary>
    public const int KeyBytes = 32;

    /// <summary>Annotation with the last day of a token.</summary>
    public const string ExpiresAnnotation = "clawdbot.dev/token-expires";

    /// <summary>Pod annotation with the hash of the settings document: programs read it at start, so a change must replace the pods.</summary>
    public const string ChecksumAnnotation = "clawdbot.dev/settings-checksum";

    /// <summary>Pod annotation with what is accepted as keys. Made of versions and public keys, because a hash of a secret would be a clue to it.</summary>
    public const string KeysAnnotation = "clawdbot.dev/jwt-keys";

    /// <summary>Algorithms that clients' tokens may have: those that the access tier was seen to verify, none of which needs a shared secret.</summary>
    public static ImmutableArray<string> ClientAlgorithms { get; } = ["RS256", "ES256"];

    /// <summary>Values of the oldest TLS version.</summary>
    public static ImmutableArray<string> TlsVersions { get; } = ["TLSv1.2", "TLSv1.3"];

    /// <summary>Oldest TLS version. 1.2 with forward secrecy and AEAD is still what some HTTP libraries offer.</summary>
    public const string TlsMinimumVersion = "TLSv1.2";

    /// <summary>Ciphers of TLS 1.2: the intermediate list of Mozilla, version 5.7, without finite-field exchange, which would need parameters. https://wiki.mozilla.org/Security/Server_Side_TLS</summary>
    public static ImmutableArray<string> Ciphers { get; } =
    [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    ];

    /// <summary>How nodes are weighed; <c>load-aware</c>, <c>formula</c> (utilisation and heat only), <c>least-in-flight</c>, <c>round-robin</c>.</summary>
    public static ImmutableArray<string> Algorithms { get; } = ["load-aware", "formula", "least-in-flight", "round-robin"];

    /// <summary>A busy card always shows 100 % utilisation, so requests, cache and heat decide together.</summary>
    public const string Algorithm = "load-aware";

    /// <summary>Requests at the model servers at once: half a batch of the community size, from the field report on floods.</summary>
    public const int InFlight = 32;

    /// <summary>Requests that wait, from the same report.</summary>
    public const int Queue = 128;

    /// <summary>Requests that leave the queue together, from the same report.</summary>
    public const int DispatchBatch = 8;

    /// <summary>Seconds for one try; the report's request timeout.</summary>
    public const int ModelSeconds = 30;

    /// <summary>Seconds for a whole request; the report's total timeout. The assistant waits 75.</summary>
    public const int RequestSeconds = 60;

    /// <summary>Tries after the first one, at most, from the same report.</summary>
    public const int Retries = 2;

    /// <summary>Requests of one client in a minute: thirty times a hot group of 100 messages, because the assistant of many groups is one client.</summary>
    public const int RequestsPerMinute = 3000;

    /// <summary>Requests at once above the rate: what a Router queues.</summary>
    public const int Burst = Queue;

    /// <summary>Open requests of one client: what a Router works on and queues, so that one client can use all of it but hold no more.</summary>
    public const int ConcurrentPerClient = InFlight + Queue;

    /// <summary>Longest body: 262144 tokens of four bytes, and as much again for JSON.</summary>
    public const int BodyKiB = 2048;

    /// <summary>Degradation levels from the field report on production, in percent of failing requests.</summary>
    public static ImmutableArray<int> DegradationPercents { get; } = [5, 15, 30];

    /// <summary>Age of cached answers in normal service, from the same report.</summary>
    public const int CacheSeconds = 60;

    /// <summary>Prometheus of the chart kube-prometheus-stack.</summary>
    public const string PrometheusUrl = "http://kube-prometheus-stack-prometheus.monitoring.svc:9090";

    /// <summary>Two survive the loss of a node; six carry what the pools of the largest stack answer.</summary>
    public static ReplicaRange AccessTierReplicas { get; } = new(2, 6);

    /// <summary>As for the access tier.</summary>
    public static ReplicaRange RouterReplicas { get; } = new(2, 6);

    /// <summary>Seconds until every client has noticed that the endpoint is gone.</summary>
    public const int PreStopSeconds = 15;

    /// <summary>Seconds for the process itself to end.</summary>
    public const int ShutdownSlackSeconds = 15;

    /// <summary>Processor use, in percent of the request, that the scaler aims at; it leaves room until a new pod is there.</summary>
    public const int TargetCpuPercent = 70;

    /// <summary>Directory of the build, from the folder of the program as Pulumi starts it (<c>main: stacks</c>).</summary>
    public const string BuildDirectory = "../router";

    /// <summary>Platform of the images; GPU nodes of every supported kind are of it.</summary>
    public const string Platform = "linux/amd64";

    /// <summary>Replicas.</summary>
    public static IntegerRange Replicas { get; } = new(1, 50);

    /// <summary>Key versions; one a day for a lifetime would fit.</summary>
    public static IntegerRange KeyVersions { get; } = new(1, 1_000_000);

    /// <summary>Ports that Kubernetes gives to nodes unless told otherwise.</summary>
    public static IntegerRange NodePorts { get; } = new(30000, 32767);
}
