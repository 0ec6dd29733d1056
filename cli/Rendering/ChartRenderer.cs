using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>
/// Turns Helm releases into values files with their commands: only Helm can expand a chart, and the objects that a stack renders often need the
/// definitions that a chart brings.
/// </summary>
internal static class ChartRenderer
{
    private const string ReleaseType = "kubernetes:helm.sh/v3:Release";

    private static readonly string[] NeededKeys = ["chart", "version", "name", "namespace"];

    private static readonly (string Key, string Flag)[] Flags =
        [("atomic", "--atomic"), ("cleanupOnFail", "--cleanup-on-fail"), ("createNamespace", "--create-namespace"), ("skipCrds", "--skip-crds")];

    // Steps of ten, as for objects: a person can put a file of their own in between.
    private const int Step = 10;

    /// <summary>Whether <paramref name="resource"/> is a release that a file can describe: chart, version, name and place are plain values.</summary>
    public static bool CanRender(PlanResource resource) =>
        resource.Type == ReleaseType
        && NeededKeys.All(key => Text(resource.Inputs, key).Length > 0)
        && resource.Inputs.Find("values") is null or PlanValue.Map
        // Files of values come on top of the inline ones and are no part of a plan.
        && resource.Inputs.Find("valueYamlFiles") is null;

    /// <summary>The files of the releases among <paramref name="resources"/>; sorted by name, each after those that it depends on.</summary>
    public static ImmutableArray<ChartFile> Render(IEnumerable<PlanResource> resources)
    {
        var releases = resources.Where(CanRender).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        return [.. releases.Values.Select(release => File(release, Depth(release, releases))).OrderBy(file => file.FileName, StringComparer.Ordinal)];
    }

    private static int Depth(PlanResource release, Dictionary<string, PlanResource> releases) =>
        1 + release.Dependencies.Where(releases.ContainsKey).Select(urn => Depth(releases[urn], releases)).DefaultIfEmpty(0).Max();

    private static ChartFile File(PlanResource release, int depth)
    {
        var name = ManifestFileName.Make(string.Create(CultureInfo.InvariantCulture, $"{depth * Step:000}-{Text(release.Inputs, "namespace")}.{Text(release.Inputs, "name")}"));
        var redaction = new Redaction();
        var values = redaction.Apply(release.Inputs.Find("values") as PlanValue.Map ?? PlanValue.Map.Empty);
        var missing = redaction.SecretPaths.Select(path => $"{path} (secret)").Concat(redaction.UnknownPaths.Select(path => $"{path} (known after the deployment)")).ToImmutableArray();
        var text = new StringBuilder("# ").Append(Command(release.Inputs, name)).Append('\n');
        foreach (var path in missing)
        {
            text.Append("# To supply: ").Append(OneLine.Of(path)).Append('\n');
        }

        return new ChartFile(name, text.Append(YamlWriter.Write(values)).ToString(), release.Urn, missing);
    }

    private static string Command(PlanValue.Map inputs, string file)
    {
        List<string> words = ["helm", "upgrade", "--install", Text(inputs, "name"), Text(inputs, "chart")];
        if (inputs.Find("repositoryOpts") is PlanValue.Map options && Text(options, "repo") is { Length: > 0 } repository)
        {
            words.AddRange(["--repo", repository]);
        }

        words.AddRange(["--version", Text(inputs, "version"), "--namespace", Text(inputs, "namespace")]);
        foreach (var (key, flag) in Flags)
        {
            if (inputs.Find(key) is PlanValue.Flag { Value: true })
            {
                words.Add(flag);
            }
        }

        if (inputs.Find("timeout") is PlanValue.Number timeout)
        {
            words.AddRange(["--timeout", string.Create(CultureInfo.InvariantCulture, $"{timeout.Value}s")]);
        }

        words.AddRange(["--values", file]);
        return string.Join(' ', words.Select(Quote));
    }

    /// <summary>A word as a shell reads it back; names come from settings, so they may hold anything.</summary>
    private static string Quote(string word)
    {
        var line = OneLine.Of(word);
        return line.Length > 0 && line.All(c => char.IsAsciiLetterOrDigit(c) || "._:/@=+-".Contains(c, StringComparison.Ordinal))
            ? line
            : $"'{line.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static string Text(PlanValue.Map map, string key) => map.Find(key) is PlanValue.Text text ? text.Value : "";
}
