using System.Text.RegularExpressions;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>
/// A recorded list: what one version of a program exports. Lines are <c>name type label…</c> or <c>removed name successor</c>; the header says
/// program, version, source, date, job, and the labels that every metric of it has.
/// </summary>
internal sealed partial class MetricFile
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "tests", "Clawdbot.Infra.Tests", "Observability", "Metrics");

    internal static IReadOnlyList<MetricFile> All { get; } = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(path => new MetricFile(path))];

    private MetricFile(string path)
    {
        Name = Path.GetFileName(path);
        var lines = File.ReadAllLines(path);
        Header = lines.Select(line => HeaderLine().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var jobs = Header.GetValueOrDefault("job", "").Split(' ');
        var every = Header.GetValueOrDefault("every", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Metrics =
        [
            .. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')).Select(words => words[0] == "removed"
                ? new MetricRecord(words[1], "removed", [], jobs, words[2])
                : new MetricRecord(words[0], words[1], [.. words[2..], .. every], jobs)),
        ];
    }

    internal static MetricFile Named(string name) => All.Single(file => file.Name == name);

    internal string Name { get; }

    internal IReadOnlyDictionary<string, string> Header { get; }

    internal IReadOnlyList<MetricRecord> Metrics { get; }

    [GeneratedRegex("^# ([a-z]+): (.+)$")]
    private static partial Regex HeaderLine();
}
