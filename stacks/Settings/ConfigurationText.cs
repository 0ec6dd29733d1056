using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Pulumi;

namespace Clawdbot.Stacks.Settings;

/// <summary>The raw configuration of a stack: text by key, the values of secrets left out.</summary>
public sealed class ConfigurationText
{
    /// <summary>Environment variable in which the engine hands over the configuration, a JSON object from key to text.</summary>
    public const string Variable = "PULUMI_CONFIG";

    /// <summary>Environment variable with the keys that are stored encrypted, a JSON array.</summary>
    public const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private const string Prefix = StackSettings.Project + ":";

    /// <summary>Makes a configuration from plain values.</summary>
    /// <param name="values">Text by key, without the prefix; a secret key with any text counts as set.</param>
    /// <param name="encrypted">Keys, without the prefix, that are stored encrypted.</param>
    public ConfigurationText(IReadOnlyDictionary<string, string> values, IEnumerable<string> encrypted)
    {
        ArgumentNullException.ThrowIfNull(values);
        Keys = [.. values.Keys.Order(StringComparer.Ordinal)];
        Encrypted = [.. encrypted];
        SecretsSet = [.. StackSettings.SecretKeys.Where(key => values.TryGetValue(key, out var text) && text.Length > 0)];
        Values = values.Where(pair => !StackSettings.SecretKeys.Contains(pair.Key)).ToImmutableDictionary();
    }

    /// <summary>All keys that are set, in ordinal order.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Secret keys that have a value. The values themselves are not kept here.</summary>
    public ImmutableArray<string> SecretsSet { get; }

    /// <summary>Keys that are stored encrypted.</summary>
    public ImmutableArray<string> Encrypted { get; }

    /// <summary>Text of the keys that are not secret.</summary>
    public ImmutableDictionary<string, string> Values { get; }

    /// <summary>
    /// Reads the configuration of the running program. <see cref="Config"/> cannot list its keys, and a key that nobody asks for is
    /// exactly the misspelt one, so the names come from the variable that <see cref="Config"/> itself is filled from.
    /// </summary>
    /// <exception cref="DiagnosticException">The variable is not a JSON object of texts.</exception>
    public static ConfigurationText Read(Config config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var values = Parse<Dictionary<string, string>>(Variable, "{}")
            .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[Prefix.Length..], pair => pair.Value ?? "");
        var encrypted = Parse<List<string>>(SecretKeysVariable, "[]")
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(key => key[Prefix.Length..]);
        foreach (var name in values.Keys.Except(StackSettings.SecretKeys).ToArray())
            values[name] = config.Get(name) ?? "";
        return new ConfigurationText(values, encrypted);
    }

    private static T Parse<T>(string variable, string absent)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Environment.GetEnvironmentVariable(variable) ?? absent) ?? throw new JsonException("null");
        }
        catch (JsonException)
        {
            // The text may hold secrets, so it is not repeated.
            throw new DiagnosticException(
            [
                new Diagnostic(DiagnosticIds.UnreadableConfiguration, $"the environment variable {variable}", "not readable",
                    "what the Pulumi engine writes: JSON, texts by key", "Run the program through `pulumi` or `clawdbot`, which set it."),
            ]);
        }
    }
}
