using System.Text.RegularExpressions;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;

namespace Clawdbot.Cli.Tests;

/// <summary>What the README shows is what the command prints.</summary>
[Collection(ProgramRuns.Name)]
public sealed partial class ReadmeTests
{
    private const string Gap = "…";

    private static readonly List<string> Lines = [.. Sample().Matches(Readme()).Select(sample => sample.Groups["line"].Value)];

    public static TheoryData<string> Samples { get; } = new(Lines);

    [Fact]
    public void Readme_shows_the_main_verbs() => Assert.Equal(["check", "preview", "size"], Lines.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_of_the_README_is_what_the_command_prints(string line)
    {
        var sample = Sample().Matches(Readme()).Single(s => s.Groups["line"].Value == line);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(output, errors, IsTerminal: false, () => TimeSpan.Zero, ClawdbotPlanner.PlanAsync)
        {
            PolicyFolder = ClawdbotPlanner.PolicyFolder,

            // Before the waivers end.
            Today = () => new DateOnly(2026, 12, 1),
        };

        // Paths in the README are those of somebody who stands in the repository. No other test runs beside this one.
        var folder = Environment.CurrentDirectory;
        Environment.CurrentDirectory = RepositoryRoot.Find(AppContext.BaseDirectory);
        try
        {
            Assert.InRange(await ClawdbotCommand.RunAsync(line.Split(' '), host), ExitCodes.Success, ExitCodes.Negative);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
        }

        var printed = output.ToString();
        var position = 0;
        foreach (var part in sample.Groups["text"].Value.Split(Gap, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = printed.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"`clawdbot {line}` does not print, in this order:\n{part}");
            position = found + part.Length;
        }
    }

    private static string Readme() => File.ReadAllText(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "README.md"));

    [GeneratedRegex("<!-- (?<line>[a-z][^>]*) -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
