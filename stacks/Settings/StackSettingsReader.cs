using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Turns the text of a stack file into <see cref="StackSettings"/>, or into the list of everything that is wrong with it.</summary>
internal sealed class StackSettingsReader(ConfigurationText configuration, string stack)
{
    private readonly List<Diagnostic> _errors = [];
    private readonly string _file = $"stacks/Pulumi.{stack}.yaml";
    private readonly string _remedy = $"Set it in stacks/Pulumi.{stack}.yaml.";

    internal StackSettings Read()
    {
        ReportUnknownKeys();
        ReportEncryptedKeys();
        var cluster = ReadCluster();
        var storage = ModelStorageReader.Read(Variant("modelStorage", ModelStorageReader.KeysByKind));
        var image = ReadImage();
        var nodes = Entries("gpuNodes", GpuNodesReader.Keys)
            .Select(entry => GpuNodesReader.Read(entry, oneMachine: cluster is ClusterTarget.Docker))
            .ToImmutableArray();
        var entries = Entries("pools", PoolReader.Keys).Select(PoolReader.Read).ToImmutableArray();
        var assistant = ReadAssistant();
        ReportMissingSecrets(cluster);
        _errors.AddRange(StackSettingsRules.Check(cluster, storage, nodes, entries, _remedy));
        var pools = new PoolPlanner(image, cluster, storage, nodes, _remedy).Plan(entries, _errors);
        // A mistake in a pool would make the sum too small.
        var answered = entries.Length == 0 || pools.Length < entries.Length || _errors.Exists(error => error.Subject.StartsWith("clawdbot:pools", StringComparison.Ordinal))
            ? long.MaxValue
            : pools.Sum(pool => (long)pool.Replicas * pool.Vllm.MaxNumSeqs);
        _errors.AddRange(assistant.Check(answered, "clawdbot:assistant", _remedy));
        DiagnosticException.ThrowIfAny(_errors);
        return new StackSettings
        {
            Cluster = cluster!,
            ModelStorage = storage!,
            GpuNodes = nodes,
            Pools = pools,
            Assistant = assistant,
            Warnings = [.. StackSettingsRules.Advice(configuration, image, pools)],
        };
    }

    private void ReportUnknownKeys()
    {
        foreach (var key in configuration.Keys.Except(StackSettings.Keys))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.UnknownSetting, $"clawdbot:{key}", "not a setting", string.Join(", ", StackSettings.Keys),
                $"{NearestName.Suggestion(key, StackSettings.Keys)}Correct it in {_file}."));
        }
    }

    /// <summary>Values that are not secrets appear in reports and messages, so one that somebody took the trouble to encrypt must not be among them.</summary>
    private void ReportEncryptedKeys()
    {
        foreach (var key in Encrypted())
        {
            _errors.Add(new Diagnostic(DiagnosticIds.WrongSettingType, $"clawdbot:{key}", "encrypted", "plain text, because its values appear in reports",
                $"Only {string.Join(" and ", StackSettings.SecretKeys)} are secrets. {_remedy}"));
        }
    }

    private IEnumerable<string> Encrypted() => StackSettings.Keys.Except(StackSettings.SecretKeys).Intersect(configuration.Encrypted);

    private ClusterTarget? ReadCluster()
    {
        var entry = Variant("cluster", new() { ["existing"] = ["context", "kubeconfig"], ["docker"] = ["host", "bindAddress", "port"] });
        return entry.Choice("kind", "existing", "docker") switch
        {
            "existing" => new ClusterTarget.Existing(entry.Text("context", "unknown"), entry.Choice("kubeconfig", "file", "secret") == "secret"),
            "docker" => new ClusterTarget.Docker(
                entry.Text("host", "unix:///var/run/docker.sock"),
                entry.Text("bindAddress", LocalModelServerDefaults.BindAddress),
                entry.Integer("port", VllmDefaults.Port)),
            _ => null,
        };
    }

    private string ReadImage() =>
        configuration.Values.TryGetValue("modelServerImage", out var image) && image.Length > 0 && !Encrypted().Contains("modelServerImage")
            ? image
            : VllmDefaults.Image;

    private AssistantBudget ReadAssistant()
    {
        var entry = new SettingsObject("clawdbot:assistant", Element("assistant"), ["maxConcurrent", "subagents"], _file, _errors);
        return new AssistantBudget(entry.Integer("maxConcurrent", AssistantBudget.MaxConcurrentRange.Minimum), entry.Integer("subagents", AssistantBudget.SubagentsRange.Minimum));
    }

    private void ReportMissingSecrets(ClusterTarget? cluster)
    {
        var required = StackSettings.RequiredSecretKeys(cluster is ClusterTarget.Existing { KubeconfigIsSecret: true });
        foreach (var key in required.Except(configuration.SecretsSet))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.MissingSetting, $"clawdbot:{key}", "missing", "a secret",
                $"Set it with `pulumi config set --secret {key} --stack {stack}`."));
        }
    }

    /// <summary>An object whose key <c>kind</c> decides which other keys it may have; with an unknown kind, any of them.</summary>
    private SettingsObject Variant(string key, Dictionary<string, string[]> keysByKind)
    {
        var element = Element(key);
        var kind = element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("kind", out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()!
            : "";
        var keys = keysByKind.TryGetValue(kind, out var own) ? own : keysByKind.Values.SelectMany(all => all).Distinct();
        return new SettingsObject($"clawdbot:{key}", element, ["kind", .. keys], _file, _errors);
    }

    private IEnumerable<SettingsObject> Entries(string key, IReadOnlyList<string> keys)
    {
        if (Element(key) is not { } element)
            yield break;
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            _errors.Add(new Diagnostic(DiagnosticIds.WrongSettingType, $"clawdbot:{key}", SettingsObject.Show(element), "a list with at least one entry", _remedy));
            yield break;
        }
        var index = 0;
        foreach (var item in element.EnumerateArray())
            yield return new SettingsObject(string.Create(CultureInfo.InvariantCulture, $"clawdbot:{key}[{index++}]"), item, keys, _file, _errors);
    }

    private JsonElement? Element(string key)
    {
        if (Encrypted().Contains(key))
            return null;
        if (!configuration.Values.TryGetValue(key, out var text))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.MissingSetting, $"clawdbot:{key}", "missing", "a value, see Pulumi.yaml", _remedy));
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            _errors.Add(new Diagnostic(DiagnosticIds.WrongSettingType, $"clawdbot:{key}", $"the text '{text}'", "an object or a list, as in Pulumi.yaml", _remedy));
            return null;
        }
    }
}
