using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Invariants;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Turns the text of a stack file into <see cref="StackSettings"/>, or into the list of everything that is wrong with it.</summary>
internal sealed class StackSettingsReader(ConfigurationText configuration, string stack, DateOnly today)
{
    private readonly List<Diagnostic> _errors = [];
    private readonly string _file = $"stacks/Pulumi.{stack}.yaml";
    private readonly string _remedy = $"Set it in stacks/Pulumi.{stack}.yaml.";

    internal StackSettings Read()
    {
        ReportUnknownKeys();
        ReportEncryptedKeys();
        var production = ReadProduction();
        var cluster = ReadCluster();
        var storage = ModelStorageReader.Read(Variant("modelStorage", ModelStorageReader.KeysByKind));
        if (storage is ModelVolume.CephFs ceph)
            storage = ceph with { Production = production };
        var image = ReadImage();
        var nodes = Entries("gpuNodes", GpuNodesReader.Keys)
            .Select(entry => GpuNodesReader.Read(entry, oneMachine: cluster is ClusterTarget.Docker))
            .ToImmutableArray();
        var entries = Entries("pools", PoolReader.Keys).Select(PoolReader.Read).ToImmutableArray();
        ReportMissingSecrets();
        _errors.AddRange(StackSettingsRules.Check(cluster, storage, nodes, entries, _remedy));
        var pools = new PoolPlanner(image, cluster, storage, nodes, _remedy).Plan(entries, _errors);
        _errors.AddRange(TargetRules.CheckStorage(cluster, storage, _remedy));
        _errors.AddRange(EksNodes.Check(cluster, nodes, pools, _remedy));
        var onCluster = cluster is not ClusterTarget.Docker;
        if (!onCluster)
            ReportUnusedSections();
        var settings = new StackSettings
        {
            Production = production,
            // What could not be read has been reported, and is never used.
            Cluster = cluster!,
            ModelStorage = storage!,
            GpuNodes = nodes,
            Pools = pools,
            Scalers = PoolPlanner.Scalers(entries, pools),
            ModelSource = onCluster && IsSet("modelSource") ? ReadSource() : null,
            Addons = onCluster ? ReadAddons(cluster, storage, nodes) : null,
            Admission = onCluster ? AdmissionReader.Read(Section("admission", AdmissionReader.Keys)) : null,
            Etcd = onCluster ? EtcdReader.Read(Section("etcd", EtcdReader.Keys)) : null,
            Gateway = GatewayReader.Read(Section("gateway", GatewayReader.Keys, required: true), pools),
            Assistant = AssistantReader.Read(Section("assistant", AssistantReader.Keys, required: true, AssistantReader.Explain)).For([.. AssistantModel.ServedBy(pools)]),
            Alerting = AlertingReader.Read(Section("alerting", AlertingReader.Keys)),
            Readiness = ReadinessReader.Read(Section("readiness", ReadinessReader.Keys)),
            Warnings = [],
        };
        var waivers = IsSet("waivers") ? Entries("waivers", WaiverReader.Keys).Select(WaiverReader.Read).ToImmutableArray() : [];
        // A mistake in a pool would make every sum over the pools wrong, and blame the other sections for it.
        var complete = entries.Length > 0 && pools.Length == entries.Length && !_errors.Exists(error => error.Subject.StartsWith("clawdbot:pools", StringComparison.Ordinal));
        _errors.AddRange(SystemRules.Check(settings, complete, _remedy));
        var report = complete && cluster is not null && storage is not null
            ? InvariantCheck.Run(PlatformPlanner.Plan(settings, _remedy), waivers, today)
            : new InvariantReport([], []);
        _errors.AddRange(report.Errors.Where(error => !IsFollowUp(error)).ToArray());
        DiagnosticException.ThrowIfAny([.. _errors.Where(error => !IsOfUnreadableSection(error))]);
        return settings with { Warnings = [.. StackSettingsRules.Advice(configuration, image, pools), .. SystemRules.Advice(settings, today), .. report.Warnings] };
    }

    /// <summary>A rule between sections has nothing to add about a setting that was refused, or that it holds another one against.</summary>
    private bool IsFollowUp(Diagnostic error) => _errors.Exists(known =>
        known.Subject == error.Subject || error.Allowed.Contains(known.Subject, StringComparison.Ordinal)
        || (error.Id == InvariantDiagnosticIds.ModelNotServed && known.Id == AssistantDiagnosticIds.UnservedModel));

    /// <summary>Defaults stand for a section that could not be read; what is wrong with them is nobody's mistake.</summary>
    private bool IsOfUnreadableSection(Diagnostic error) => _errors.Exists(known =>
        known.Id is DiagnosticIds.WrongSettingType or DiagnosticIds.MissingSetting && error.Subject.StartsWith($"{known.Subject}.", StringComparison.Ordinal));

    private bool ReadProduction()
    {
        if (!configuration.Values.TryGetValue("production", out var text))
            return false;
        if (text is "true" or "false")
            return text == "true";
        _errors.Add(new Diagnostic(DiagnosticIds.WrongSettingType, "clawdbot:production", $"'{text}'", "true or false", _remedy));
        return false;
    }

    private ModelSource? ReadSource() => ModelSourceReader.Read(Variant("modelSource", ModelSourceReader.KeysByKind.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray())));

    /// <summary>What follows from the cluster is not asked again.</summary>
    private PlatformAddonsSpec ReadAddons(ClusterTarget? cluster, ModelVolume? storage, ImmutableArray<GpuNodeSettings> nodes)
    {
        var addons = AddonsReader.Read(Section("addons", AddonsReader.Keys), onCeph: storage is ModelVolume.CephFs, onEks: cluster is ClusterTarget.Eks);
        return cluster is not ClusterTarget.Eks eks ? addons : addons with
        {
            BottlerocketNodes = nodes.Any(entry => entry.AmiFamily == NodeAmiFamily.Bottlerocket),
            NodeScaler = eks.Cluster.Autoscaler switch
            {
                NodeAutoscaler.ClusterAutoscaler => new NodeScaler.ClusterAutoscaler(eks.Cluster.Name, eks.Cluster.Region),
                NodeAutoscaler.Karpenter => new NodeScaler.Karpenter(eks.Cluster.Name, eks.Cluster.Name),
                _ => new NodeScaler.None(),
            },
        };
    }

    /// <summary>Sections that only a cluster has.</summary>
    private static readonly ImmutableArray<string> OfClusters = ["addons", "admission", "modelSource", "etcd", "readiness"];

    /// <summary>Passing a section over in silence would make somebody believe in it.</summary>
    private void ReportUnusedSections()
    {
        foreach (var key in OfClusters.Where(IsSet))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.ContradictorySettings, $"clawdbot:{key}", "set", "nothing with clawdbot:cluster.kind 'docker'",
                $"One machine has no such part. Remove it from {_file}."));
        }
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
        var entry = Variant("cluster", new() { ["existing"] = ["context", "kubeconfig"], ["eks"] = [.. EksReader.Keys], ["docker"] = ["host", "bindAddress", "port", "certificates"] });
        return entry.Choice("kind", "existing", "eks", "docker") switch
        {
            "eks" => EksReader.Read(entry),
            "existing" => new ClusterTarget.Existing(entry.Text("context", "unknown"), entry.Choice("kubeconfig", "file", "secret") == "secret"),
            "docker" => new ClusterTarget.Docker(
                entry.Text("host", "unix:///var/run/docker.sock"),
                entry.Text("bindAddress", LocalModelServerDefaults.BindAddress),
                entry.Integer("port", VllmDefaults.Port),
                entry.OptionalText("certificates") ?? LocalGatewayDefaults.CertificateDirectory),
            _ => null,
        };
    }

    private string ReadImage() =>
        configuration.Values.TryGetValue("modelServerImage", out var image) && image.Length > 0 && !Encrypted().Contains("modelServerImage")
            ? image
            : VllmDefaults.Image;

    private void ReportMissingSecrets()
    {
        var required = StackSettings.RequiredSecretKeys(configuration.Values);
        foreach (var key in required.Except(configuration.SecretsSet))
        {
            _errors.Add(new Diagnostic(DiagnosticIds.MissingSetting, $"clawdbot:{key}", "missing", "a secret",
                $"Set it with `pulumi config set --secret {key} --stack {stack}`."));
        }
    }

    /// <summary>Pulumi.yaml gives sections that may be left out an empty default.</summary>
    private bool IsSet(string key) => configuration.Values.TryGetValue(key, out var text) && text.Trim() is not ("" or "{}" or "[]");

    /// <summary>A section whose keys all have defaults when it is left out, unless it is required.</summary>
    private SettingsObject Section(string key, IReadOnlyList<string> keys, bool required = false, Func<string, string?>? explain = null) =>
        new($"clawdbot:{key}", required || IsSet(key) ? Element(key) : JsonSerializer.SerializeToElement(new Dictionary<string, string>()), keys, _file, _errors, explain);

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
