using System.Collections;
using System.Text;
using System.Text.Json;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// The environment variables that a program run depends on, for as long as it runs: the configuration as the engine hands
/// it over, and none of those from which providers take defaults, so that a plan does not depend on the machine.
/// </summary>
internal sealed class ProgramEnvironment : IDisposable
{
    // What the generated provider classes read: Kubernetes, AWS, Docker (their `Provider` constructors).
    private static readonly string[] ProviderPrefixes = ["PULUMI_K8S_", "KUBECONFIG", "KUBE_CONFIG_PATH", "AWS_", "DOCKER_"];

    private readonly Dictionary<string, string?> _saved = new(StringComparer.Ordinal);

    /// <summary>Sets the variables.</summary>
    public ProgramEnvironment(StackConfig config)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => (string)e.Key).ToList())
        {
            if (ProviderPrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
            {
                Set(name, null);
            }
        }

        Set("PULUMI_CONFIG", Json(json =>
        {
            json.WriteStartObject();
            foreach (var (key, value) in config.Values)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }));
        Set("PULUMI_CONFIG_SECRET_KEYS", Json(json =>
        {
            json.WriteStartArray();
            foreach (var key in config.SecretKeys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
        }));
    }

    /// <summary>Restores what was set before.</summary>
    public void Dispose()
    {
        foreach (var (name, value) in _saved)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private void Set(string name, string? value)
    {
        _saved[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
