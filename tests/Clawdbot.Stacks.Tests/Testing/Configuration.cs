using System.Text.Json.Nodes;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Testing;

/// <summary>A stack's configuration to vary in tests.</summary>
public sealed class Configuration
{
    private readonly JsonObject _config;

    private Configuration(JsonObject config) => _config = config;

    /// <summary>The configuration of a stack of the repository, with its secret set.</summary>
    public static Configuration Of(string stack) => new(StackFile.Config(stack)) { ["modelServerApiKey"] = "hunter2" };

    /// <summary>The value of a key, without the prefix; null removes it.</summary>
    public JsonNode? this[string key]
    {
        get => _config[$"clawdbot:{key}"];
        set
        {
            if (value is null)
                _config.Remove($"clawdbot:{key}");
            else
                _config[$"clawdbot:{key}"] = value;
        }
    }

    public JsonObject Pool => (JsonObject)this["pools"]![0]!;

    public JsonObject Vllm => (JsonObject)Pool["vllm"]!;

    /// <summary>The text of each full key, as the engine hands it over.</summary>
    public Dictionary<string, string> Texts() => _config.ToDictionary(
        pair => pair.Key,
        pair => pair.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : pair.Value!.ToJsonString());

    public StackSettings Parse() => StackSettings.Parse(
        new ConfigurationText(Texts().ToDictionary(pair => pair.Key["clawdbot:".Length..], pair => pair.Value), StackSettings.SecretKeys), "test", new DateOnly(2026, 11, 21));
}
