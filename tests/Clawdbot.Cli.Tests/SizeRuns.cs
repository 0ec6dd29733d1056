using Clawdbot.Cli.CommandLine;
using Clawdbot.Cli.Offline;

namespace Clawdbot.Cli.Tests;

/// <summary>Runs `clawdbot size` as a person would, in a pipe.</summary>
internal static class SizeRuns
{
    /// <summary>The folder of this test project in the source tree.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests", "Clawdbot.Cli.Tests");

    /// <summary>The committed table of measurements, all of them made up.</summary>
    public static string Measurements { get; } = Path.Combine(Folder, "Data", "measurements.csv");

    /// <summary>The committed table of models.</summary>
    public static string Models { get; } = Path.Combine(Folder, "Data", "models.csv");

    public static async Task<(int Exit, string Output, string Error)> RunAsync(params IEnumerable<string> args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost(
            output, error, IsTerminal: false, () => TimeSpan.Zero, _ => throw new InvalidOperationException("`size` must not plan a stack"));
        var exit = await ClawdbotCommand.RunAsync([.. args.Prepend("size")], host);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A line as a person types it; no value of it holds a blank.</summary>
    public static Task<(int Exit, string Output, string Error)> RunLineAsync(string line) => RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
