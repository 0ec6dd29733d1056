using System.Text;
using Clawdbot.Cli.Rendering;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Manifests as files and as lines of a summary.</summary>
internal static class ManifestFiles
{
    /// <summary>File contents by path, each path starting with <paramref name="prefix"/>.</summary>
    public static Dictionary<string, byte[]> Under(string prefix, ManifestSet manifests) =>
        manifests.Manifests.ToDictionary(m => prefix + m.FileName, m => Encoding.UTF8.GetBytes(m.Yaml), StringComparer.Ordinal);

    /// <summary>One line per resource that only its provider can expand.</summary>
    public static IEnumerable<string> NotRendered(ManifestSet manifests) =>
        manifests.NotRendered.Select(r => $"Not rendered: {r} (expanded by its provider at deployment; its inputs are in the plan of `preview --out`)");
}
