using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
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

    /// <summary>Keys whose values are secrets, without the prefix.</summary>
    public static ImmutableArray<string> SecretKeys { get; } = [Kubeconfig, ModelServerApiKey];

    /// <summary>Every key of a stack file, without the prefix, in the order of the files; secrets last.</summary>
    public static ImmutableArray<string> Keys { get; } = ["cluster", "modelStorage", "modelServerImage", "gpuNodes", "pools", "assistant", .. SecretKeys];

    /// <summary>Those of <see cref="SecretKeys"/> that a stack must have.</summary>
    /// <param name="kubeconfigIsSecret">Whether <c>cluster.kubeconfig</c> is <c>secret</c>.</param>
    public static ImmutableArray<string> RequiredSecretKeys(bool kubeconfigIsSecret) =>
        kubeconfigIsSecret ? [ModelServerApiKey, Kubeconfig] : [ModelServerApiKey];

    /// <summary>As <see cref="RequiredSecretKeys(bool)"/>, for who has not read the settings.</summary>
    /// <param name="cluster">The JSON text of the setting <c>cluster</c>, or null; what is wrong with it is for the settings to say.</param>
    public static ImmutableArray<string> RequiredSecretKeys(string? cluster)
    {
        try
        {
            using var json = JsonDocument.Parse(cluster ?? "{}");
            return RequiredSecretKeys(json.RootElement is { ValueKind: JsonValueKind.Object } target
                && target.TryGetProperty("kubeconfig", out var source) && source is { ValueKind: JsonValueKind.String } && source.GetString() == "secret");
        }
        catch (JsonException)
        {
            return RequiredSecretKeys(kubeconfigIsSecret: false);
        }
    }

    /// <summary>Where the stack runs.</summary>
    public required ClusterTarget Cluster { get; init; }

    /// <summary>Where the model files are.</summary>
    public required ModelVolume ModelStorage { get; init; }

    /// <summary>The GPU nodes, one entry for each SKU.</summary>
    public required ImmutableArray<GpuNodeSettings> GpuNodes { get; init; }

    /// <summary>The pools, names distinct.</summary>
    public required ImmutableArray<ModelPoolSpec> Pools { get; init; }

    /// <summary>How many requests the assistant may send at once; the pools answer as many.</summary>
    public required AssistantBudget Assistant { get; init; }

    /// <summary>Points that are allowed but worth a second look, one sentence each.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Reads the settings of the running Pulumi program.</summary>
    /// <exception cref="DiagnosticException">Something is missing, unknown, of the wrong type, out of range or contradictory; lists all.</exception>
    public static StackSettings Load() => Parse(ConfigurationText.Read(new Config(Project)), Deployment.Instance.StackName);

    /// <summary>Reads settings from text; needs no Pulumi program around it.</summary>
    /// <param name="configuration">The text of each key.</param>
    /// <param name="stack">Name of the stack, for the messages.</param>
    /// <exception cref="DiagnosticException">As for <see cref="Load"/>.</exception>
    public static StackSettings Parse(ConfigurationText configuration, string stack)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new StackSettingsReader(configuration, stack).Read();
    }
}
