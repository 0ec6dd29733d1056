using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Pulumi;

namespace Clawdbot.Stacks.Settings;

/// <summary>
/// Everything that a stack file says, checked. The file is the only place where the values come from, and this the only reader of it;
/// Pulumi.yaml documents each key with its range.
/// </summary>
public sealed record StackSettings
{
    /// <summary>Prefix of the keys: the name of the Pulumi project.</summary>
    public const string Project = "clawdbot";

    /// <summary>Secret key: what clients of the model servers present. Always required.</summary>
    public const string ModelServerApiKey = "modelServerApiKey";

    /// <summary>Secret key: content of a kubeconfig. Required when <c>cluster.kubeconfig</c> is <c>secret</c>.</summary>
    public const string Kubeconfig = "kubeconfig";

    /// <summary>Secret key: token for the source of the models. Required when <c>modelSource.tokenSecret</c> is true.</summary>
    public const string ModelSourceToken = "modelSourceToken";

    /// <summary>Secret key: token of the Telegram bot. Required with <c>assistant.telegram</c>.</summary>
    public const string TelegramBotToken = "telegramBotToken";

    /// <summary>Secret key: ssh key for the Mac. Required with <c>assistant.imessage</c>.</summary>
    public const string MacPrivateKey = "macPrivateKey";

    /// <summary>Secret key: user of the registry for the images of the gateway. Optional.</summary>
    public const string RegistryUser = "registryUser";

    /// <summary>Secret key: password of that user. Optional.</summary>
    public const string RegistryPassword = "registryPassword";

    /// <summary>Keys whose values are secrets, without the prefix.</summary>
    public static ImmutableArray<string> SecretKeys { get; } = [Kubeconfig, MacPrivateKey, ModelServerApiKey, ModelSourceToken, RegistryPassword, RegistryUser, TelegramBotToken];

    /// <summary>Every key of a stack file, without the prefix, in the order of the files; secrets last.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        "production", "cluster", "addons", "admission", "modelStorage", "modelSource", "modelServerImage", "gpuNodes", "pools", "etcd", "gateway", "assistant", "alerting", "readiness", "waivers", .. SecretKeys,
    ];

    /// <summary>Those of <see cref="SecretKeys"/> that a stack must have.</summary>
    /// <param name="values">The JSON text of each setting, without the prefix; what is wrong with it is for the settings to say.</param>
    public static ImmutableArray<string> RequiredSecretKeys(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<string> keys = [ModelServerApiKey];
        if (At(values, "cluster", "kubeconfig") is { ValueKind: JsonValueKind.String } source && source.GetString() == "secret")
            keys.Add(Kubeconfig);
        if (At(values, "modelSource", "tokenSecret") is { ValueKind: JsonValueKind.True })
            keys.Add(ModelSourceToken);
        if (IsOn(At(values, "assistant", "telegram")))
            keys.Add(TelegramBotToken);
        if (IsOn(At(values, "assistant", "imessage")))
            keys.Add(MacPrivateKey);
        return [.. keys];
    }

    /// <summary>A channel that is described is on, unless it says otherwise.</summary>
    private static bool IsOn(JsonElement? channel) => channel is { ValueKind: JsonValueKind.Object } value
        && !(value.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False);

    private static JsonElement? At(IReadOnlyDictionary<string, string> values, string key, string member)
    {
        try
        {
            using var json = JsonDocument.Parse(values.GetValueOrDefault(key, "{}"));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(member, out var value) ? value.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether people rely on the stack: then redundancy is required (C6).</summary>
    public required bool Production { get; init; }

    /// <summary>Where the stack runs.</summary>
    public required ClusterTarget Cluster { get; init; }

    /// <summary>Where the model files are.</summary>
    public required ModelVolume ModelStorage { get; init; }

    /// <summary>The GPU nodes, one entry for each SKU.</summary>
    public required ImmutableArray<GpuNodeSettings> GpuNodes { get; init; }

    /// <summary>The pools, names distinct.</summary>
    public required ImmutableArray<ModelPoolSpec> Pools { get; init; }

    /// <summary>When pools grow and shrink; pools with a fixed number of servers have none.</summary>
    public required ImmutableArray<QueueScalerSpec> Scalers { get; init; }

    /// <summary>Where the files of the models are fetched from; null when somebody else puts them there.</summary>
    public required ModelSource? ModelSource { get; init; }

    /// <summary>The programs that the cluster needs besides ours; null on one machine.</summary>
    public required PlatformAddonsSpec? Addons { get; init; }

    /// <summary>How strict the cluster is with objects that break rules of the policy pack; null where it checks none, and on one machine.</summary>
    public required AdmissionPoliciesSpec? Admission { get; init; }

    /// <summary>The members that hold the live configuration; null on one machine.</summary>
    public required EtcdClusterSpec? Etcd { get; init; }

    /// <summary>Access tier and Router.</summary>
    public required GatewaySpec Gateway { get; init; }

    /// <summary>The assistant.</summary>
    public required ClawdbotAssistantSpec Assistant { get; init; }

    /// <summary>How a deployment proves that the system may be used, and the load test.</summary>
    public required ReadinessOptions Readiness { get; init; }

    /// <summary>What the file says about alerts.</summary>
    internal AlertingSettings Alerting { get; init; } = new();

    /// <summary>Points that are allowed but worth a second look, one sentence each.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Reads the settings of the running Pulumi program.</summary>
    /// <exception cref="DiagnosticException">Something is missing, unknown, of the wrong type, out of range or contradictory; lists all.</exception>
    /// <remarks>The one place that looks at the calendar: waivers end.</remarks>
    public static StackSettings Load() => Parse(ConfigurationText.Read(new Config(Project)), Deployment.Instance.StackName, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

    /// <summary>Reads settings from text; needs no Pulumi program around it.</summary>
    /// <param name="configuration">The text of each key.</param>
    /// <param name="stack">Name of the stack, for the messages.</param>
    /// <param name="today">The day, which decides which waivers still hold.</param>
    /// <exception cref="DiagnosticException">As for <see cref="Load"/>.</exception>
    public static StackSettings Parse(ConfigurationText configuration, string stack, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new StackSettingsReader(configuration, stack, today).Read();
    }
}
