using System.Text;
using Clawdbot.Cli.Rendering;
using Clawdbot.Cli.Reports;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Manifests as files and as lines of a summary.</summary>
internal static class ManifestFiles
{
    // Below the manifests, where `kubectl apply -f` of the folder does not look.
    private const string ChartFolder = "charts";

    /// <summary>File contents by path, each path starting with <paramref name="prefix"/>; charts have a folder of their own there.</summary>
    public static Dictionary<string, byte[]> Under(string prefix, ManifestSet manifests) => manifests.Manifests
        .Select(m => (Path: prefix + m.FileName, m.Yaml))
        .Concat(manifests.Charts.Select(c => (Path: $"{prefix}{ChartFolder}/{c.FileName}", c.Yaml)))
        .ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Yaml), StringComparer.Ordinal);

    /// <summary>What to do about the charts; nothing when there are none.</summary>
    public static IEnumerable<string> Charts(string folder, ManifestSet manifests) => manifests.Charts.IsEmpty
        ? []
        :
        [
            $"{PreviewTree.Count(manifests.Charts.Length, "chart")} in {folder}/{ChartFolder}: apply the manifests that begin with 0, then run the command at the top of each chart file in name order, then apply the other manifests.",
        ];

    /// <summary>One line per resource that only its provider can expand.</summary>
    public static IEnumerable<string> NotRendered(ManifestSet manifests) =>
        manifests.NotRendered.Select(r => $"Not rendered: {r} (expanded by its provider at deployment; its inputs are in the plan of `preview --out`)");
}
