using System.Collections.Immutable;
using System.Reflection;

namespace Clawdbot.Infra.Storage;

/// <summary>The sources of the loader, as they are shipped: docs/decisions/0005-loader-runs-from-source.md.</summary>
public static class ModelLoaderProgram
{
    /// <summary>Largest ConfigMap in bytes, keys and values together. https://kubernetes.io/docs/concepts/configuration/configmap/</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>Project file.</summary>
    public const string Project = "Clawdbot.Loader.csproj";

    /// <summary>Assembly that it builds.</summary>
    public const string Assembly = "Clawdbot.Loader.dll";

    private const string Prefix = "loader/";

    /// <summary>File names and contents.</summary>
    public static ImmutableSortedDictionary<string, string> Sources { get; } = Read();

    private static ImmutableSortedDictionary<string, string> Read()
    {
        var assembly = typeof(ModelLoaderProgram).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(name => name[Prefix.Length..], name => Text(assembly, name), StringComparer.Ordinal);
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
