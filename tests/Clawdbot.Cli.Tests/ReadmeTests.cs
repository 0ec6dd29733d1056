using System.Text.RegularExpressions;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;

namespace Clawdbot.Cli.Tests;

/// <summary>What the README shows is what the command prints.</summary>
[Collection(ProgramRuns.Name)]
public sealed partial class ReadmeTests
{
    private const string Gap = "…";

    [Fact]
    public async Task Sample_of_the_README_is_what_preview_prints()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "README.md"));
        var sample = Sample().Match(readme);
        Assert.True(sample.Success, "README.md has no sample after `<!-- preview STACK -->`.");
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(output, errors, IsTerminal: false, () => TimeSpan.Zero, ClawdbotPlanner.PlanAsync);
        Assert.Equal(0, await ClawdbotCommand.RunAsync(["preview", sample.Groups["stack"].Value], host));

        var printed = output.ToString();
        var position = 0;
        foreach (var part in sample.Groups["text"].Value.Split(Gap, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var found = printed.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"`clawdbot preview {sample.Groups["stack"].Value}` does not print, in this order:\n{part}");
            position = found + part.Length;
        }
    }

    [GeneratedRegex("<!-- preview (?<stack>[a-z]+) -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
