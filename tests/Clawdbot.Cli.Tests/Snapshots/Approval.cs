using Clawdbot.Cli.Offline;

namespace Clawdbot.Cli.Tests.Snapshots;

/// <summary>Compares texts with the approved files, or approves them when CLAWDBOT_APPROVE is 1.</summary>
internal static class Approval
{
    /// <summary>How a person approves.</summary>
    public const string Command = "CLAWDBOT_APPROVE=1 dotnet test tests/Clawdbot.Cli.Tests";

    private const int ShownLines = 12;

    /// <summary>The folder of the approved files in the source tree.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests", "Clawdbot.Cli.Tests", "Snapshots");

    /// <summary>Whether this run approves.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("CLAWDBOT_APPROVE") == "1";

    /// <summary>The differences between the approved files of a stack and <paramref name="actual"/>, as a text; empty when there are none.</summary>
    public static string Differences(string folder, string stack, IReadOnlyDictionary<string, string> actual)
    {
        var approved = Read(folder, stack);
        var changes = approved.Keys.Union(actual.Keys).Order(StringComparer.Ordinal)
            .Select(file => (file, before: approved.GetValueOrDefault(file), after: actual.GetValueOrDefault(file)))
            .Where(c => c.before != c.after)
            .Select(c => Describe(c.file, c.before, c.after))
            .ToList();
        return changes.Count == 0 ? "" : string.Join('\n', changes.Append($"If this is what the change means to do, approve it: {Command}"));
    }

    /// <summary>Makes <paramref name="actual"/> the approved files of a stack.</summary>
    public static void Approve(string folder, string stack, IReadOnlyDictionary<string, string> actual)
    {
        foreach (var stale in Read(folder, stack).Keys.Except(actual.Keys))
        {
            File.Delete(Path.Combine(folder, stale));
        }

        foreach (var (file, text) in actual)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static Dictionary<string, string> Read(string folder, string stack)
    {
        var files = new List<string> { Path.Combine(folder, stack + ".approved.json") };
        var split = Path.Combine(folder, stack);
        if (Directory.Exists(split))
        {
            files.AddRange(Directory.EnumerateFiles(split, "*.approved.json", SearchOption.AllDirectories));
        }

        return files.Where(File.Exists).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    private static string Describe(string file, string? before, string? after)
    {
        if (before is null || after is null)
        {
            return before is null ? $"{file}: new" : $"{file}: gone";
        }

        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var lines = old[start..^end].Select(l => "- " + l).Concat(now[start..^end].Select(l => "+ " + l)).ToList();
        var rest = lines.Count > ShownLines ? $"\n  and {lines.Count - ShownLines} more lines" : "";
        return $"{file}, line {start + 1}:\n{string.Join('\n', lines.Take(ShownLines))}{rest}";
    }
}
