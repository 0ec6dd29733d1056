using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Configuration;

/// <summary>The configuration of a run, as the language host passes it: texts by <c>namespace:key</c>.</summary>
internal sealed class ConfigValues
{
    private readonly ImmutableDictionary<string, string> _values;
    private readonly ImmutableHashSet<string> _secretKeys;

    private ConfigValues(IEnumerable<KeyValuePair<string, string>> values, IEnumerable<string> secretKeys)
    {
        _values = values.ToImmutableDictionary(entry => CleanKey(entry.Key), entry => entry.Value);
        _secretKeys = [.. secretKeys.Select(CleanKey)];
    }

    public static ConfigValues FromEnvironment() => new(
        Read<Dictionary<string, string>>("PULUMI_CONFIG") ?? [],
        Read<string[]>("PULUMI_CONFIG_SECRET_KEYS") ?? []);

    public string? Get(string key) => _values.GetValueOrDefault(key);

    public bool IsSecret(string key) => _secretKeys.Contains(key);

    private static T? Read<T>(string variable)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(text) ? default : JsonSerializer.Deserialize<T>(text);
    }

    /// <summary>Old tools wrote <c>namespace:config:key</c>.</summary>
    private static string CleanKey(string key)
    {
        var parts = key.Split(':', 3);
        return parts is [var space, "config", var name] ? $"{space}:{name}" : key;
    }
}
